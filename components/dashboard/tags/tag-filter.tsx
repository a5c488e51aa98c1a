import Form from 'next/form';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { dashboardUrls } from '@/lib/dashboard-urls';
import type { TagListQuery } from '@/lib/tags/input';

/** Which tags to list, and in which order. */
export function TagFilter({ view, q, sort }: Pick<TagListQuery, 'view' | 'q' | 'sort'>) {
  return (
    <Form
      key={`${view} ${q} ${sort}`}
      action={dashboardUrls.tags()}
      prefetch={false}
      className="filter-row"
      role="search"
    >
      {view !== 'all' && <input type="hidden" name="view" value={view} />}
      <Field
        label="Name contains"
        name="q"
        type="search"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={q}
      />
      <Field as="select" label="Order" name="sort" defaultValue={sort}>
        <option value="count">Most used first</option>
        <option value="name">By name</option>
        <option value="newest">Newest first</option>
      </Field>
      <Button type="submit">Show</Button>
    </Form>
  );
}
