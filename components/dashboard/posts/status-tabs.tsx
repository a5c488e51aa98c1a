import { Tabs } from '@/components/ui/tabs';
import type { Role } from '@/lib/auth/actor';
import { dashboardUrls } from '@/lib/dashboard-urls';
import {
  type AuthorFilter,
  filterQuery,
  type ListStatus,
  listStatuses,
  usualSort,
} from '@/lib/posts/author-filter';
import { boundedCount } from './bounded-count';

type StatusTabsProps = {
  filter: AuthorFilter;
  role: Role;
  /** Of all posts: not given where the list is narrowed, for they would not be its own. */
  counts: Record<ListStatus, { count: number; isMore: boolean }> | null;
};

const labels: Record<ListStatus, string> = {
  draft: 'Drafts',
  scheduled: 'Scheduled',
  changed: 'Unpublished changes',
  live: 'Live',
  binned: 'Bin',
};

/** The states in which posts can be, with how many there are. Other filters stay. */
export function StatusTabs({ filter, role, counts }: StatusTabsProps) {
  const tabs = [null, ...listStatuses].map((status) => ({
    label: status === null ? 'All' : labels[status],
    href: dashboardUrls.posts(filterQuery({ ...filter, status, sort: usualSort(status) }, role)),
    isCurrent: status === filter.status,
    count: status !== null && counts ? boundedCount(counts[status]) : undefined,
  }));
  return <Tabs label="Posts by state" tabs={tabs} />;
}
