import Form from 'next/form';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { CheckField } from '@/components/ui/check-field';
import { EmptyState } from '@/components/ui/empty-state';
import { dashboardUrls } from '@/lib/dashboard-urls';
import type { TagCount } from '@/lib/posts/types';
import { countOfPosts } from '@/lib/tags/sentences';
import { TargetField } from './target-field';

type MergeChoiceProps = {
  chosen: TagCount[];
  into: string;
  error: string | undefined;
};

/** Which tags are to be merged into which. */
export function MergeChoice({ chosen, into, error }: MergeChoiceProps) {
  if (chosen.length === 0)
    return (
      <EmptyState title="No tag is chosen.">
        <p>
          Tick the tags to merge in <Link href={dashboardUrls.tags()}>the list of tags</Link>.
        </p>
      </EmptyState>
    );
  return (
    <Form
      key={`${chosen.map(({ id }) => id)} ${into}`}
      action={dashboardUrls.mergeTags()}
      prefetch={false}
      className="form"
    >
      <fieldset>
        <legend>Merge</legend>
        {chosen.map(({ id, name, count }) => (
          <CheckField
            key={id}
            name="from"
            value={id}
            defaultChecked
            label={
              <>
                {name} <span className="tag-note">{countOfPosts(count)}</span>
              </>
            }
          />
        ))}
      </fieldset>
      <TargetField
        label="Into"
        name="into"
        required
        defaultValue={into || (chosen.length > 1 ? mostUsed(chosen).name : '')}
        error={error}
      />
      <Button type="submit">Preview</Button>
    </Form>
  );
}

const mostUsed = ([first, ...others]: TagCount[]) =>
  others.reduce((most, tag) => (most && tag.count <= most.count ? most : tag), first) ?? {
    name: '',
  };
