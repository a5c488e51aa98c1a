// Title, description, canonical address and other forms of a reading page.
import type { Metadata } from 'next';
import { alternateLinks } from '@/lib/feeds/discovery';
import type { Site } from '@/lib/site';
import { absolute, parseAddress } from '@/lib/urls';

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
    alternates: {
      canonical: absolute(path, site.url),
      types: alternateTypes(site, path, title?.replace(/, page \d+$/, '')),
    },
    ...iconMetadata(site),
  };
}

/** Links to feeds, as Next takes them: by type. */
function alternateTypes(site: Site, path: string | null, name?: string) {
  const address = path === null ? null : parseAddress(path);
  const links = alternateLinks({
    address: address?.page === 'feed' ? null : address,
    siteUrl: site.url,
    siteTitle: site.settings.title,
    name,
  });
  return Object.fromEntries(
    links.map(({ type }) => [type, links.filter((link) => link.type === type)]),
  );
}

/** Without one of its own the site has that of `app/icon.svg`, which Next adds. */
const iconMetadata = ({ icon }: Site): Metadata => (icon ? { icons: { icon } } : {});

/** Metadata of a page that is not there. */
export function missingMetadata(site: Site): Metadata {
  return {
    title: `Not found — ${site.settings.title}`,
    alternates: { types: alternateTypes(site, null) },
    ...iconMetadata(site),
  };
}
