import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { thisSite } from '@/lib/redirects/list-query';

type RedirectFilterFormProps = {
  text: string;
  host: string | undefined;
  /** The hosts that have redirects; an empty one is this site. */
  hosts: { host: string; count: number }[];
};

export function RedirectFilterForm({ text, host, hosts }: RedirectFilterFormProps) {
  return (
    <search>
      <form className="find-form">
        <Field label="Part of an address" name="q" type="search" defaultValue={text} />
        {hosts.length > 1 && (
          <Field as="select" label="Host" name="host" defaultValue={host ?? ''}>
            <option value="">All</option>
            {hosts.map(({ host: name, count }) => (
              <option key={name} value={name || thisSite}>
                {name || 'This site'} ({count})
              </option>
            ))}
          </Field>
        )}
        <Button type="submit">Filter</Button>
      </form>
    </search>
  );
}
