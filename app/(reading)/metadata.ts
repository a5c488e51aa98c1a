// Title, description, canonical address and other forms of a reading page.
import type { Metadata } from 'next';
import { alternateLinks } from '@/lib/feeds/discovery';
import type { Site } from '@/lib/site';
import { absolute, parseAddress } from '@/lib/urls';
import { openGraph, type PageDescription } from './open-graph';

export function pageMetadata(page: PageDescription): Metadata {
  const { site, title, description, path } = page;
  const { title: siteTitle, tagline } = site.settings;
  return {
    title: title === undefined ? siteTitle : `${title} — ${siteTitle}`,
    description: description || tagline || undefined,
    alternates: {
      canonical: absolute(path, site.url),
      types: alternateTypes(site, path, title?.replace(/, page \d+$/, '')),
    },
    openGraph: openGraph(page),
    // Title, text and picture are those of Open Graph.
    twitter: { card: 'summary_large_image' },
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
