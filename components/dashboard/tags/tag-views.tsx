import { Tabs } from '@/components/ui/tabs';
import { dashboardUrls } from '@/lib/dashboard-urls';
import type { TagView } from '@/lib/tags/input';

const views: { view: TagView; label: string }[] = [
  { view: 'all', label: 'All' },
  { view: 'unused', label: 'Unused' },
  { view: 'alike', label: 'Look alike' },
  { view: 'history', label: 'History' },
];

type TagViewsProps = { current: TagView; unused: number };

/** The ways to look at the tags of a site. */
export function TagViews({ current, unused }: TagViewsProps) {
  return (
    <Tabs
      label="Views of tags"
      tabs={views.map(({ view, label }) => ({
        label,
        href: dashboardUrls.tags(view === 'all' ? {} : { view }),
        isCurrent: view === current,
        count: view === 'unused' ? unused : undefined,
      }))}
    />
  );
}
