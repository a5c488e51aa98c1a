// What the dashboard has, in the order of its navigation. A part adds its line when its page is
// there; who may not use it does not see it.
import type { Permission } from '@/lib/auth/permissions';
import { dashboardUrls } from '@/lib/dashboard-urls';

export type Section = {
  label: string;
  href: string;
  /** Null for what everybody may use. */
  permission: Permission | null;
};

export const sections: Section[] = [
  { label: 'Posts', href: dashboardUrls.posts(), permission: null },
  { label: 'Media', href: dashboardUrls.media(), permission: null },
  { label: 'Tags', href: dashboardUrls.tags(), permission: 'tag:manage' },
  { label: 'Series', href: dashboardUrls.seriesList(), permission: 'series:manage' },
  { label: 'Redirects', href: dashboardUrls.redirects(), permission: 'redirects:manage' },
  { label: 'Settings', href: dashboardUrls.settings(), permission: 'settings:manage' },
  { label: 'People', href: dashboardUrls.people(), permission: 'people:manage' },
];

/** Whether a section holds a page, itself or one below it. */
export const isWithin = (section: Section, path: string) => path.startsWith(section.href);

/** The first page of all. */
export const home: Section = { label: 'Dashboard', href: dashboardUrls.home(), permission: null };
