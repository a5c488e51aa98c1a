// Title, description and canonical address of a reading page.
import type { Metadata } from 'next';
import type { Site } from '@/lib/site';
import { absolute } from '@/lib/urls';

type PageDescription = {
  site: Site;
  /** Without the site's name; the front page has none. */
  title?: string;
  description?: string;
  /** The canonical path. */
  path: string;
};

export function pageMetadata({ site, title, description, path }: PageDescription): Metadata {
  const { title: siteTitle, tagline } = site.settings;
  return {
    title: title === undefined ? siteTitle : `${title} — ${siteTitle}`,
    description: description || tagline || undefined,
    alternates: { canonical: absolute(path, site.url) },
    ...iconMetadata(site),
  };
}

/** Without one of its own the site has that of `app/icon.svg`, which Next adds. */
const iconMetadata = ({ icon }: Site): Metadata => (icon ? { icons: { icon } } : {});

/** Metadata of a page that is not there. */
export function missingMetadata(site: Site): Metadata {
  return { title: `Not found — ${site.settings.title}`, ...iconMetadata(site) };
}
