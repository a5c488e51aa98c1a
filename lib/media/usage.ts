// Where files are used, and what refers to files that are not there.
import { and, asc, desc, eq, isNotNull, isNull, like, or, type SQL, sql } from 'drizzle-orm';
import type { Actor } from '../auth/actor';
import { database } from '../db/client';
import { media, postEdits, postMedia, posts, series, settings, tags } from '../db/schema';
import { isEditableBy, isSeenBy } from '../posts/author-conditions';

export type MediaUse =
  | { in: 'post'; id: number; title: string; isBinned: boolean; isUnsaved: boolean }
  | { in: 'tag' | 'series' | 'file'; id: number; title: string }
  | { in: 'settings'; key: string };

export type MediaUses = {
  uses: MediaUse[];
  /** How many posts refer to it besides, of which the viewer may not know. */
  hidden: number;
};

/**
 * Everything that refers to a file, posts first. What of posts the viewer may not see is counted,
 * so that nobody takes a file for unused.
 */
export async function listMediaUses(
  id: number,
  viewer: Pick<Actor, 'id' | 'role'>,
  db = database(),
  now = new Date(),
): Promise<MediaUses> {
  const mention = `%/media/${id}/%`;
  const [saved, unsaved, tagRows, seriesRows, films, settingRows] = await Promise.all([
    db
      // To readers the bin is not listed, so that of it too authors see only their own.
      .select({ ...usingPost, isSeen: isMet(isSeenBy(viewer, now)) })
      .from(postMedia)
      .innerJoin(posts, eq(posts.id, postMedia.postId))
      .where(eq(postMedia.mediaId, id))
      .orderBy(desc(posts.updatedAt)),
    db
      .select({ ...usingPost, isSeen: isMet(isEditableBy(viewer)) })
      .from(postEdits)
      .innerJoin(posts, eq(posts.id, postEdits.postId))
      .where(sql`${postEdits.values}::text like ${mention}`),
    db.select({ id: tags.id, title: tags.name }).from(tags).where(like(tags.description, mention)),
    db
      .select({ id: series.id, title: series.title })
      .from(series)
      .where(like(series.summary, mention)),
    db
      .select({ id: media.id, title: media.name })
      .from(media)
      .where(or(eq(media.posterId, id), eq(media.captionsId, id))),
    db
      .select({ key: settings.key })
      .from(settings)
      .where(sql`${settings.value}::text like ${mention}`),
  ]);
  const savedIds = new Set(saved.map((row) => row.id));
  const using = [
    ...saved.map((row) => ({ ...row, isUnsaved: false })),
    ...unsaved.filter((row) => !savedIds.has(row.id)).map((row) => ({ ...row, isUnsaved: true })),
  ];
  const seen = using.filter((row) => row.isSeen);
  const uses = [
    ...seen.map(inPost),
    ...tagRows.map((row) => ({ in: 'tag' as const, ...row })),
    ...seriesRows.map((row) => ({ in: 'series' as const, ...row })),
    ...films.map((row) => ({ in: 'file' as const, ...row })),
    ...settingRows.map((row) => ({ in: 'settings' as const, key: row.key })),
  ];
  return { uses, hidden: using.length - seen.length };
}

const usingPost = { id: posts.id, title: posts.displayTitle, deletedAt: posts.deletedAt };

/** A condition as a column; one that does not apply is not met, none always is. */
const isMet = (condition: SQL | undefined) =>
  sql<boolean>`coalesce(${condition ?? sql`true`}, false)`;

function inPost({
  id,
  title,
  deletedAt,
  isUnsaved,
}: {
  id: number;
  title: string;
  deletedAt: Date | null;
  isUnsaved: boolean;
}) {
  return { in: 'post' as const, id, title, isBinned: deletedAt !== null, isUnsaved };
}

export type BrokenReference = {
  postId: number;
  title: string;
  mediaId: number;
  /** What the file was called, where it lies in the bin. */
  binned: string | null;
};

/** Posts that refer to a file that is gone or in the bin, the newest first. */
export async function listBrokenReferences(
  { onlyOf = null, limit = 20 }: { onlyOf?: number | null; limit?: number } = {},
  db = database(),
): Promise<BrokenReference[]> {
  return db
    .select({
      postId: posts.id,
      title: posts.displayTitle,
      mediaId: postMedia.mediaId,
      binned: media.name,
    })
    .from(postMedia)
    .innerJoin(posts, eq(posts.id, postMedia.postId))
    .leftJoin(media, eq(media.id, postMedia.mediaId))
    .where(
      and(
        isNull(posts.deletedAt),
        or(isNull(media.id), isNotNull(media.deletedAt)),
        onlyOf === null ? undefined : eq(posts.authorId, onlyOf),
      ),
    )
    .orderBy(desc(posts.updatedAt), asc(postMedia.mediaId))
    .limit(limit);
}
