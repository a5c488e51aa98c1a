// Reading the library for authors: its files by filter, one file, and where it is used.
import {
  and,
  count,
  desc,
  eq,
  gte,
  inArray,
  isNotNull,
  isNull,
  like,
  lt,
  not,
  type SQL,
  sql,
} from 'drizzle-orm';
import { database } from '../db/client';
import { media, people } from '../db/schema';
import { mediaPath, thumbnailPath } from './addresses';
import type { MediaFilter } from './filter';
import type { MediaDetails, MediaItem, MediaPart } from './items';
import { type MediaKind, pictureTypes } from './types';

export const filesPerPage = 48;

export type MediaList = { files: MediaItem[]; total: number; page: number; pages: number };

/** Saved posts that refer to a file, and other files and texts of the site that do. */
const useCount = sql<number>`(
  (select count(*) from post_media where media_id = "media"."id")
  + (select count(*) from media other where other.poster_id = "media"."id" or other.captions_id = "media"."id")
)::int`;

/** In what an author has typed and not saved, or what is said of a tag, a series or the site. */
const isMentioned = sql`(
  exists (select from post_edits where values::text like '%/media/' || "media"."id" || '/%')
  or exists (select from tags where description like '%/media/' || "media"."id" || '/%')
  or exists (select from series where summary like '%/media/' || "media"."id" || '/%')
  or exists (select from settings where value::text like '%/media/' || "media"."id" || '/%')
)`;

const isUnused = sql`${useCount} = 0 and not ${isMentioned}`;

/** As `kindOfType` says it. */
const isOfKind: Record<Exclude<MediaKind, 'other'>, SQL> = {
  picture: inArray(media.type, [...pictureTypes]),
  video: like(media.type, 'video/%'),
  audio: like(media.type, 'audio/%'),
  document: sql`${media.type} ~ '^(text/|application/(pdf|epub|rtf|json|msword|vnd\\.(openxml|oasis|ms-|apple)))'`,
};

const ofKind = (kind: MediaKind) =>
  kind === 'other' ? not(sql`(${sql.join(Object.values(isOfKind), sql` or `)})`) : isOfKind[kind];

/** Of a month such as `2026-11`, in UTC. */
function inMonth(month: string) {
  const start = new Date(`${month}-01T00:00:00Z`);
  const end = new Date(start);
  end.setUTCMonth(end.getUTCMonth() + 1);
  return and(gte(media.createdAt, start), lt(media.createdAt, end));
}

function conditionOf({ text, kind, month, isUnused: onlyUnused, isBin }: MediaFilter) {
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  return and(
    isBin ? isNotNull(media.deletedAt) : isNull(media.deletedAt),
    kind === null ? undefined : ofKind(kind),
    month === null ? undefined : inMonth(month),
    text === ''
      ? undefined
      : sql`(${media.originalName} || ' ' || ${media.name} || ' ' || ${media.alt} || ' ' || ${media.caption}) ilike ${pattern}`,
    onlyUnused ? isUnused : undefined,
  );
}

/** A page of the library, the newest files first; one past the end is the last one. */
export async function listMedia(filter: MediaFilter, db = database()): Promise<MediaList> {
  const condition = conditionOf(filter);
  const total = await db.$count(media, condition);
  const pages = Math.max(1, Math.ceil(total / filesPerPage));
  const page = Math.min(filter.page, pages);
  const files = await db
    .select({
      id: media.id,
      name: media.name,
      originalName: media.originalName,
      hash: media.hash,
      type: media.type,
      size: media.size,
      width: media.width,
      height: media.height,
      durationMs: media.durationMs,
      variants: media.variants,
      alt: media.alt,
      caption: media.caption,
      createdAt: media.createdAt,
      deletedAt: media.deletedAt,
      uploaderId: media.uploaderId,
      useCount,
    })
    .from(media)
    .where(condition)
    .orderBy(desc(media.createdAt), desc(media.id))
    .limit(filesPerPage)
    .offset((page - 1) * filesPerPage);
  return { files, total, page, pages };
}

/** The months in which files came, the newest first, as `2026-11`. */
export async function listMediaMonths(
  isBin = false,
  db = database(),
): Promise<{ month: string; count: number }[]> {
  const month = sql<string>`to_char(${media.createdAt} at time zone 'UTC', 'YYYY-MM')`;
  return db
    .select({ month, count: count() })
    .from(media)
    .where(isBin ? isNotNull(media.deletedAt) : isNull(media.deletedAt))
    .groupBy(month)
    .orderBy(desc(month));
}

/** One file, also from the bin; null when there is none. */
export async function getMedia(id: number, db = database()): Promise<MediaDetails | null> {
  const [row] = await db
    .select({ file: media, uploader: people.name })
    .from(media)
    .leftJoin(people, eq(people.id, media.uploaderId))
    .where(eq(media.id, id));
  return row ? { ...row.file, uploader: row.uploader } : null;
}

/** Null for what is not given, gone or in the bin. */
export async function getMediaPart(id: number | null, db = database()): Promise<MediaPart | null> {
  const file = id === null ? null : await getMedia(id, db);
  if (file === null || file.deletedAt !== null) return null;
  return {
    id: file.id,
    name: file.originalName,
    path: mediaPath(file),
    thumbnail: thumbnailPath(file),
  };
}
