// Reading series.
import { and, asc, eq, isNotNull } from 'drizzle-orm';
import { database } from '../db/client';
import { posts, series } from '../db/schema';
import { linkColumns } from '../posts/columns';
import { toLink } from '../posts/queries';
import { isListed } from '../posts/visibility';
import type { Series, SeriesWithPosts } from './types';

const columns = {
  id: series.id,
  slug: series.slug,
  title: series.title,
  summaryHtml: series.summaryHtml,
};

/** Every series that has public posts, the newest post's series first, with links oldest first. */
export async function listSeries(now = new Date(), db = database()): Promise<SeriesWithPosts[]> {
  const rows = await db
    .select({ series: columns, post: linkColumns })
    .from(posts)
    .innerJoin(series, eq(series.id, posts.seriesId))
    .where(and(isNotNull(posts.seriesId), isListed(now)))
    .orderBy(asc(posts.listedAt), asc(posts.id));
  const found = new Map<number, SeriesWithPosts>();
  for (const row of rows) {
    const one = found.get(row.series.id) ?? { ...row.series, posts: [] };
    one.posts.push(toLink(row.post));
    found.set(one.id, one);
  }
  const newest = (one: SeriesWithPosts) => one.posts.at(-1)?.publishedAt.getTime() ?? 0;
  return [...found.values()].sort((a, b) => newest(b) - newest(a));
}

/** The series with this slug, whether or not it has public posts. */
export async function getSeries(slug: string, db = database()): Promise<Series | null> {
  const [row] = await db.select(columns).from(series).where(eq(series.slug, slug));
  return row ?? null;
}

/** A series with links to all its public posts, oldest first. */
export async function getSeriesOf(
  id: number,
  now = new Date(),
  db = database(),
): Promise<SeriesWithPosts | null> {
  const [row] = await db.select(columns).from(series).where(eq(series.id, id));
  if (row === undefined) return null;
  const links = await db
    .select(linkColumns)
    .from(posts)
    .where(and(eq(posts.seriesId, id), isListed(now)))
    .orderBy(asc(posts.listedAt), asc(posts.id));
  return { ...row, posts: links.map(toLink) };
}
