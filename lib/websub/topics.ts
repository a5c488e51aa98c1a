// Which feeds have news when cache tags were touched: all formats of a feed, first pages only, for
// those are what a hub is subscribed to.
import { inArray } from 'drizzle-orm';
import { cacheTags, namedIn } from '../cache-tags';
import type { Database } from '../db/client';
import { series, tags as tagTable } from '../db/schema';
import { feedFormats } from '../feeds/addresses';
import { postKinds } from '../posts/kinds';
import { absolute, type PageAddress, urls } from '../urls';

/** The absolute addresses of those feeds. */
export async function topicsOf(
  touched: readonly string[],
  siteUrl: string,
  db: Database,
): Promise<string[]> {
  const lists = await listsOf(new Set(touched), db);
  return lists.flatMap((of) =>
    feedFormats.map((format) => absolute(urls.feed(format, of), siteUrl)),
  );
}

async function listsOf(touched: ReadonlySet<string>, db: Database): Promise<PageAddress[]> {
  // After a change of everything readers of one tag can wait until they ask by themselves.
  const isEverything = touched.has(cacheTags.site) || touched.has(cacheTags.settings);
  const has = (tag: string) => isEverything || touched.has(tag);
  const { tagIds, seriesIds, beatTypes } = namedIn(touched);
  const [tagged, inSeries] = await Promise.all([
    db.select({ slug: tagTable.slug }).from(tagTable).where(inArray(tagTable.id, tagIds)),
    db.select({ slug: series.slug }).from(series).where(inArray(series.id, seriesIds)),
  ]);
  const number = 1;
  const whole: PageAddress[] = has(cacheTags.everything) ? [{ page: 'stream', number }] : [];
  return whole.concat(
    postKinds
      .filter((kind) => has(cacheTags.kind(kind)))
      .map((kind) => ({ page: 'kind', kind, number })),
    beatTypes.map((type) => ({ page: 'beats', type, number })),
    tagged.map(({ slug }) => ({ page: 'tag', slugs: [slug], number })),
    inSeries.map(({ slug }) => ({ page: 'series', slug, number })),
  );
}
