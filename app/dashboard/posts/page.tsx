// `/dashboard/posts/`: every post that an author may see, to find one and to change many.
import type { Metadata } from 'next';
import { NewMenu } from '@/components/dashboard/frame/new-menu';
import { KeyHelp } from '@/components/dashboard/keys/key-help';
import { EmptyBin } from '@/components/dashboard/posts/empty-bin';
import { EmptyList } from '@/components/dashboard/posts/empty-list';
import { FilterChips } from '@/components/dashboard/posts/filter-chips';
import { FilterForm } from '@/components/dashboard/posts/filter-form';
import { toGroups } from '@/components/dashboard/posts/list-groups';
import { listKeys } from '@/components/dashboard/posts/list-keys';
import { ListPages } from '@/components/dashboard/posts/list-pages';
import { PostList } from '@/components/dashboard/posts/post-list';
import { StatusTabs } from '@/components/dashboard/posts/status-tabs';
import { requireActor } from '@/lib/auth/session';
import { dashboardUrls } from '@/lib/dashboard-urls';
import {
  filterQuery,
  filterText,
  isNarrowed,
  type ListQuery,
  parseFilter,
  parsePlace,
  placeQuery,
  usualAuthor,
  usualSort,
} from '@/lib/posts/author-filter';
import { countByStatus, hasOtherAuthors, listPostsForAuthor } from '@/lib/posts/author-queries';
import { changeListed } from '@/lib/posts/list-actions';
import { getSettings } from '@/lib/settings/queries';
import { listCommonTags } from '@/lib/tags/most-used';

export const metadata: Metadata = { title: 'Posts' };

type Props = { searchParams: Promise<ListQuery> };

export default async function PostsPage({ searchParams }: Props) {
  const [actor, query] = await Promise.all([requireActor(), searchParams]);
  const now = new Date();
  const filter = parseFilter(query, actor.role);
  const place = parsePlace(query);
  const isFiltered = isNarrowed(filter, actor.role);
  const [page, counts, hasAuthors, tags, settings] = await Promise.all([
    listPostsForAuthor({ filter, place }, actor, now),
    isFiltered ? null : countByStatus(actor, now),
    hasOtherAuthors(actor),
    listCommonTags(),
    getSettings(),
  ]);
  const dates = { locale: settings.language, timeZone: settings.timeZone };
  const own = filterQuery(filter, actor.role);
  const isBin = filter.status === 'binned';
  const groups = toGroups(page, { filter, role: actor.role, dates, now });
  return (
    <>
      <div className="page-head">
        <h1>Posts</h1>
        <div className="new-menu" data-new-menu>
          <NewMenu label="New post" />
        </div>
      </div>
      <StatusTabs filter={filter} role={actor.role} counts={counts} />
      <FilterForm
        filter={filter}
        usual={{ sort: usualSort(filter.status), author: usualAuthor(actor.role) }}
        tags={tags.map(({ name }) => name)}
        hasOtherAuthors={hasAuthors}
      />
      <FilterChips filter={filter} role={actor.role} />
      {isBin && !isFiltered && <EmptyBin action={changeListed} isEmpty={groups.length === 0} />}
      <PostList
        key={JSON.stringify([own, place])}
        groups={groups}
        isBin={isBin}
        hasAuthors={hasAuthors}
        filter={filterText(filter, actor.role)}
        hasMore={page.next !== null || page.groups.some(({ hasMore }) => hasMore)}
        action={changeListed}
      >
        <EmptyList status={filter.status} isNarrowed={isFiltered} hasPlace={place !== null} />
      </PostList>
      <ListPages
        first={place && dashboardUrls.posts(own)}
        previous={page.previous && dashboardUrls.posts({ ...own, ...placeQuery(page.previous) })}
        next={page.next && dashboardUrls.posts({ ...own, ...placeQuery(page.next) })}
      />
      <KeyHelp names={listKeys} />
    </>
  );
}
