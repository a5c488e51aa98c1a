// `/dashboard/tags/merge/?from=1,2&into=javascript`: asks before it merges tags.
import { MergeChoice } from '@/components/dashboard/tags/merge-choice';
import { MergeQuestion } from '@/components/dashboard/tags/merge-question';
import { MergeSummary } from '@/components/dashboard/tags/merge-summary';
import { Notice } from '@/components/ui/notice';
import { requirePermission } from '@/lib/auth/session';
import { database } from '@/lib/db/client';
import { listTagsById } from '@/lib/tags/author-queries';
import { mergeQuery } from '@/lib/tags/input';
import { previewMerge } from '@/lib/tags/merge-preview';
import { findTags } from '@/lib/tags/write';

export const metadata = { title: 'Merge tags' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function MergePage({ searchParams }: Props) {
  await requirePermission('tag:manage');
  const { from, into, taken } = mergeQuery.parse(await searchParams);
  const [chosen, target] = await Promise.all([listTagsById(from), findTarget(into)]);
  const preview = target === null ? null : await previewMerge(from, target);
  return (
    <>
      <h1>Merge tags</h1>
      {taken && preview && (
        <Notice kind="warning">
          <p>
            There is a tag “{preview.into.name}” already, so this one cannot be called so too. The
            two can become one.
          </p>
        </Notice>
      )}
      <MergeChoice
        chosen={chosen}
        into={into}
        error={problemOf({ chosen: chosen.length, into, isFound: target !== null, preview })}
      />
      {preview && (
        <section aria-labelledby="merge-preview">
          <h2 id="merge-preview">What happens</h2>
          <MergeSummary preview={preview} />
          <MergeQuestion from={preview.from} into={preview.into} />
        </section>
      )}
    </>
  );
}

async function findTarget(name: string): Promise<number | null> {
  const [id] = (await findTags([name], database())).values();
  return id ?? null;
}

type Asked = { chosen: number; into: string; isFound: boolean; preview: object | null };

/** Why there is nothing to preview, as far as the field for the other tag can mend it. */
function problemOf({ chosen, into, isFound, preview }: Asked): string | undefined {
  if (chosen === 0 || into === '' || preview) return undefined;
  if (!isFound) return `There is no tag “${into}”. To call a tag so, rename it.`;
  return 'A tag cannot be merged into itself: name another.';
}
