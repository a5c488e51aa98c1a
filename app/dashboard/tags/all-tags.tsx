import { MergeTicked } from '@/components/dashboard/tags/merge-ticked';
import { TagFilter } from '@/components/dashboard/tags/tag-filter';
import { TagTable } from '@/components/dashboard/tags/tag-table';
import { UnusedTags } from '@/components/dashboard/tags/unused-tags';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { dashboardUrls } from '@/lib/dashboard-urls';
import { listManagedTags } from '@/lib/tags/author-queries';
import type { TagListQuery } from '@/lib/tags/input';
import { countOfTags } from '@/lib/tags/sentences';

/** The tags of a view, with what can be done to several at a time. */
export async function AllTags({ query }: { query: TagListQuery }) {
  const { view, q, sort } = query;
  const isUnused = view === 'unused';
  const { tags, total, page, pages } = await listManagedTags({
    ...{ text: q, isUnused, sort, page: query.page },
  });
  const table = (
    <TagTable tags={tags} hasNumbers={!isUnused} tickName={isUnused ? 'tag' : 'from'} />
  );
  return (
    <>
      <TagFilter view={view} q={q} sort={sort} />
      <p className="lead">{countOfTags(total)}</p>
      {total === 0 && <NoTags isFiltered={q !== ''} isUnused={isUnused} />}
      {isUnused && total > 0 && <UnusedTags total={q === '' ? total : null}>{table}</UnusedTags>}
      {!isUnused && total > 0 && <MergeTicked>{table}</MergeTicked>}
      <Pagination
        number={page}
        hasNext={page < pages}
        pages={pages}
        labels={{ previous: 'Previous', next: 'Next' }}
        href={(number) =>
          dashboardUrls.tags({
            view: isUnused ? view : '',
            q,
            sort: sort === 'count' ? '' : sort,
            page: number === 1 ? null : number,
          })
        }
      />
    </>
  );
}

function NoTags({ isFiltered, isUnused }: { isFiltered: boolean; isUnused: boolean }) {
  if (isFiltered) return <EmptyState title="No tag has this in its name." />;
  if (isUnused) return <EmptyState title="Every tag is on a post." />;
  return (
    <EmptyState title="There are no tags yet.">
      <p>Tags are made when you give them to a post.</p>
    </EmptyState>
  );
}
