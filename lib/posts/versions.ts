// What a version of a post keeps, and when one is kept: whenever a change made the post say
// something else. Its source alone; rendering makes the rest again.
import { isDeepStrictEqual } from 'node:util';
import { and, asc, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Database } from '../db/client';
import { posts, postTags, postVersions, type VersionReason } from '../db/schema';
import { postKinds } from './kinds';
import type { StoredRow } from './write-fields';

const text = z.string().nullable();

/** A post's own columns as a version holds them: JSON, parsed when it is read. */
export const versionFields = z.object({
  kind: z.enum(postKinds),
  slug: z.string(),
  /** ISO 8601. */
  publishedAt: z.iso.datetime().nullable(),
  lang: text,
  cardImage: text,
  seriesId: z.number().int().nullable(),
  metadata: z.record(z.string(), z.unknown()),
  bodyFormat: z.enum(['markdown', 'html', 'text']),
  title: text,
  body: text,
  excerpt: text,
  linkUrl: text,
  linkTitle: text,
  viaUrl: text,
  viaTitle: text,
  source: text,
  sourceUrl: text,
  context: text,
  beatType: text,
  commentary: text,
  imageUrl: text,
  imageAlt: text,
});

export type VersionFields = z.infer<typeof versionFields>;

/** What a post says. */
export type PostContent = { fields: VersionFields; tagIds: number[] };

/** What a stored row says. */
export async function readContent(row: StoredRow, tx: Database): Promise<PostContent> {
  const taggings = await tx
    .select({ tagId: postTags.tagId })
    .from(postTags)
    .where(eq(postTags.postId, row.id))
    .orderBy(asc(postTags.position));
  return {
    fields: versionFields.parse({ ...row, publishedAt: row.publishedAt?.toISOString() ?? null }),
    tagIds: taggings.map((tagging) => tagging.tagId),
  };
}

/** Whether two say the same to a reader of either; an empty text is none. */
export function isSameContent(one: PostContent, other: PostContent): boolean {
  return isDeepStrictEqual(comparable(one), comparable(other));
}

function comparable({ fields, tagIds }: PostContent) {
  const entries = Object.entries(fields).map(([name, value]) => [
    name,
    value === '' ? null : value,
  ]);
  return { fields: Object.fromEntries(entries), tagIds };
}

/** A draft that the first autosave made, and that nobody has saved yet. */
function isBlank({ fields: { kind, slug, bodyFormat, metadata, ...said }, tagIds }: PostContent) {
  return tagIds.length === 0 && Object.values(said).every((value) => (value ?? '') === '');
}

type Saved = { row: StoredRow; content: PostContent };

type Keeping = {
  reason: VersionReason;
  /** Who made the change; null for one that no person made. */
  personId: number | null;
  at: Date;
};

/**
 * Keeps the version that a change made, in the transaction of the change; nothing where the post
 * says what it said. Before the first version that which was there before is kept too.
 */
export async function keepVersion(
  before: Saved,
  after: Saved,
  { reason, personId, at }: Keeping,
  tx: Database,
): Promise<void> {
  if (isSameContent(before.content, after.content)) return;
  const { row } = before;
  if (!isBlank(before.content) && (await tx.$count(postVersions, isOf(row.id))) === 0)
    await insertVersion(before, { reason: 'first', personId: row.authorId, at: row.updatedAt }, tx);
  await insertVersion(after, { reason, personId, at }, tx);
}

const isOf = (postId: number) => eq(postVersions.postId, postId);

/** Keeps what a post said in a version. */
export async function insertVersion(
  { row, content }: { row: Pick<StoredRow, 'id' | 'version'>; content: PostContent },
  { reason, personId, at }: Keeping,
  tx: Database,
): Promise<void> {
  await tx
    .insert(postVersions)
    .values({ postId: row.id, version: row.version, reason, ...content, personId, savedAt: at });
}

/** That what a post says has changed since a version, as a condition on `posts`. */
export const hasChangedSince = (version: number) =>
  sql<boolean>`exists (select 1 from post_versions kept where kept.post_id = "posts"."id" and kept.version > ${version})`;

/** That one post says something else than it said in a version. */
export const isChangedSince = (postId: number, version: number) =>
  and(eq(posts.id, postId), hasChangedSince(version));
