import { Tabs } from '@/components/ui/tabs';
import { dashboardUrls } from '@/lib/dashboard-urls';
import { type MediaFilter, mediaQuery } from '@/lib/media/filter';

/** The whole library, what nothing refers to, and the bin; other filters stay. */
export function MediaViews({ filter }: { filter: MediaFilter }) {
  const { isBin, isUnused } = filter;
  const to = (over: Partial<MediaFilter>) =>
    dashboardUrls.media(mediaQuery({ ...filter, isBin: false, isUnused: false, page: 1, ...over }));
  return (
    <Tabs
      label="Parts of the library"
      tabs={[
        { label: 'All', href: to({}), isCurrent: !isBin && !isUnused },
        { label: 'Not used', href: to({ isUnused: true }), isCurrent: isUnused && !isBin },
        { label: 'Bin', href: to({ isBin: true }), isCurrent: isBin },
      ]}
    />
  );
}
