// Series as their author meets them: empty ones and drafts included.
import { and, asc, desc, eq, isNull, ne, or, type SQL, sql } from 'drizzle-orm';
import { database } from '../db/client';
import { type PostStatus, posts, series, seriesFormerSlugs } from '../db/schema';
import type { PostKind } from '../posts/kinds';

export type SeriesSummary = {
  id: number;
  slug: string;
  title: string;
  /** Posts that are not in the bin. */
  postCount: number;
};

export type SeriesMember = {
  id: number;
  kind: PostKind;
  title: string;
  status: PostStatus;
  publishedAt: Date | null;
};

export type EditedSeries = {
  id: number;
  slug: string;
  title: string;
  summary: string;
  summaryHtml: string;
  formerSlugs: string[];
  /** By date, as readers meet them; drafts at the end. */
  posts: SeriesMember[];
};

/** Every series, in alphabetical order. */
export async function listAllSeries(db = database()): Promise<SeriesSummary[]> {
  return db
    .select({
      id: series.id,
      slug: series.slug,
      title: series.title,
      // The outer table is written out: see posts/columns.
      postCount: sql<number>`(
        select count(*)::int from posts where posts.series_id = "series"."id" and posts.deleted_at is null
      )`,
    })
    .from(series)
    .orderBy(asc(sql`lower(${series.title})`), asc(series.id));
}

const memberColumns = {
  id: posts.id,
  kind: posts.kind,
  title: posts.displayTitle,
  status: posts.status,
  publishedAt: posts.publishedAt,
};

/** A series with all its posts but those in the bin; null where there is none. */
export async function getEditedSeries(id: number, db = database()): Promise<EditedSeries | null> {
  const [row] = await db.select().from(series).where(eq(series.id, id));
  if (row === undefined) return null;
  const [members, former] = await Promise.all([
    db
      .select(memberColumns)
      .from(posts)
      .where(and(eq(posts.seriesId, id), isNull(posts.deletedAt)))
      .orderBy(asc(sql`${posts.status} = 'draft'`), asc(posts.publishedAt), asc(posts.id)),
    db
      .select({ slug: seriesFormerSlugs.slug })
      .from(seriesFormerSlugs)
      .where(eq(seriesFormerSlugs.seriesId, id))
      .orderBy(asc(seriesFormerSlugs.slug)),
  ]);
  const { slug, title, summary, summaryHtml } = row;
  const formerSlugs = former.map((one) => one.slug);
  return { id, slug, title, summary, summaryHtml, formerSlugs, posts: members };
}

const maxWords = 8;
const maxCandidates = 20;

/** Posts that hold every word of a text and could be put into a series, the newest first. */
export async function findPostsFor(
  { text, seriesId }: { text: string; seriesId: number },
  db = database(),
): Promise<(SeriesMember & { seriesTitle: string | null })[]> {
  const words = text.match(/[\p{L}\p{N}]+/gu)?.slice(0, maxWords) ?? [];
  if (words.length === 0) return [];
  const holdsEach: SQL[] = words.map((word) => sql`${posts.findText} like find_pattern(${word})`);
  return db
    .select({ ...memberColumns, seriesTitle: series.title })
    .from(posts)
    .leftJoin(series, eq(series.id, posts.seriesId))
    .where(
      and(
        isNull(posts.deletedAt),
        or(isNull(posts.seriesId), ne(posts.seriesId, seriesId)),
        ...holdsEach,
      ),
    )
    .orderBy(desc(posts.updatedAt), desc(posts.id))
    .limit(maxCandidates);
}
