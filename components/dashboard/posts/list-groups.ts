// The groups of a page of the list as the table shows them.
import type { Role } from '@/lib/auth/actor';
import { dashboardUrls } from '@/lib/dashboard-urls';
import type { DateStyle } from '@/lib/dates';
import { type AuthorFilter, filterQuery, usualSort } from '@/lib/posts/author-filter';
import type { AuthorPage, PostGroup } from '@/lib/posts/author-queries';
import { type ListRow, toListRow } from './list-row';

export type ListGroup = {
  /** What the group is called; null where there is but one. */
  heading: string | null;
  rows: ListRow[];
  /** Where the rest of the group is. */
  moreHref: string | null;
};

type Context = { filter: AuthorFilter; role: Role; dates: DateStyle; now: Date };

const headings: Record<PostGroup['status'], string> = {
  scheduled: 'Scheduled',
  draft: 'Drafts',
  changed: 'Unpublished changes',
};

/** Groups that hold anything. Headings only where there are several. */
export function toGroups(page: AuthorPage, { filter, role, dates, now }: Context): ListGroup[] {
  const onTop = page.groups.map(({ status, posts, hasMore }) => ({
    heading: headings[status],
    rows: posts.map((post) => toListRow(post, dates, now)),
    moreHref: hasMore
      ? dashboardUrls.posts(filterQuery({ ...filter, status, sort: usualSort(status) }, role))
      : null,
  }));
  if (page.posts.length === 0) return onTop;
  const rest = {
    heading: onTop.length > 0 ? 'Published' : null,
    rows: page.posts.map((post) => toListRow(post, dates, now)),
    moreHref: null,
  };
  return [...onTop, rest];
}
