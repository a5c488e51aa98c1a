// The files of the sitemap with the cache tags of what each shows; null where there is none.
import { cacheTags } from '../cache-tags';
import { postKinds } from '../posts/kinds';
import { parseSitemapFile, routeUrls, type SitemapPart } from '../route-urls';
import type { Site } from '../site';
import { absolute, urls } from '../urls';
import {
  listMonthParts,
  listMonthPosts,
  listSeriesPages,
  listTagPages,
  listTagParts,
} from './queries';
import { type SitemapEntry, writeSitemap, writeSitemapIndex } from './xml';

export type SitemapFile = { xml: string | null; tags: string[] };

/** The name of the file that lists the others. */
export const indexFile = 'index.xml';

/** The file of the sitemap that has this name. */
export async function readSitemapFile(name: string, site: Site): Promise<SitemapFile> {
  if (name === indexFile) return { xml: await readIndex(site), tags: [cacheTags.sitemap] };
  const part = parseSitemapFile(name);
  if (part === null) return { xml: null, tags: [] };
  const { entries, tags } = await readPart(part, site);
  return { xml: entries.length === 0 ? null : writeSitemap(entries), tags };
}

async function readIndex(site: Site): Promise<string> {
  const [months, tags] = await Promise.all([listMonthParts(), listTagParts()]);
  const pages = { part: { of: 'pages', number: 1 }, changedAt: null };
  return writeSitemapIndex(
    [...months, ...tags, pages].map(({ part, changedAt }) => ({
      url: absolute(routeUrls.sitemapPart(part), site.url),
      changedAt,
    })),
  );
}

async function readPart(
  part: SitemapPart,
  site: Site,
): Promise<{ entries: SitemapEntry[]; tags: string[] }> {
  const entry = (path: string, changedAt: Date | null = null) => ({
    url: absolute(path, site.url),
    changedAt,
  });
  if (part.of === 'tags') {
    const tags = await listTagPages(part.number);
    return {
      entries: tags.map(({ slug, changedAt }) => entry(urls.tag(slug), changedAt)),
      tags: [cacheTags.sitemapTags],
    };
  }
  if (part.of === 'pages') {
    const paths = part.number === 1 ? await listPaths(site) : [];
    return { entries: paths.map((path) => entry(path)), tags: [cacheTags.seriesIndex] };
  }
  const posts = await listMonthPosts(part);
  return {
    entries: posts.map((post) => entry(urls.post(post), post.changedAt)),
    tags: [cacheTags.sitemapMonth(part.of)],
  };
}

/** Pages that are neither a post's nor a tag's. */
async function listPaths(site: Site): Promise<string[]> {
  const series = await listSeriesPages();
  return [
    urls.stream(),
    urls.about(),
    ...postKinds.map((kind) => urls.kind(kind)),
    urls.tags(),
    urls.seriesIndex(),
    ...series.map((slug) => urls.series(slug)),
    ...site.years.map(urls.year),
  ];
}
