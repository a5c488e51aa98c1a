import { TagHistory } from '@/components/dashboard/tags/tag-history';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { dashboardUrls } from '@/lib/dashboard-urls';
import { getSettings } from '@/lib/settings/queries';
import { listTagEvents } from '@/lib/tags/history';
import type { TagListQuery } from '@/lib/tags/input';
import { tellChange } from '@/lib/tags/told-changes';

/** What was done to tags, page by page. */
export async function ChangedTags({ query: { page } }: { query: TagListQuery }) {
  const [{ events, hasMore }, { timeZone }] = await Promise.all([
    listTagEvents({ page }),
    getSettings(),
  ]);
  if (events.length === 0)
    return (
      <EmptyState title={page === 1 ? 'Nothing has been changed yet.' : 'Nothing further back.'} />
    );
  return (
    <>
      <TagHistory changes={events.map((event) => tellChange(event, timeZone))} />
      <Pagination
        number={page}
        hasNext={hasMore}
        labels={{ previous: 'Later', next: 'Earlier' }}
        href={(number) =>
          dashboardUrls.tags({ view: 'history', page: number === 1 ? null : number })
        }
      />
    </>
  );
}
