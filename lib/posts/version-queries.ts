// Reading the versions of a post.
import { and, desc, eq } from 'drizzle-orm';
import type { FormValues } from '../actions';
import { type Database, database } from '../db/client';
import { people, postVersions, type VersionReason } from '../db/schema';
import { getSettings } from '../settings/queries';
import { followTags } from '../tags/former-names';
import { valuesOfPost } from './form-values';
import type { DraftFields } from './input';
import { storedFields } from './stored-fields';
import { versionFields } from './versions';

export type VersionSummary = {
  id: number;
  version: number;
  reason: VersionReason;
  savedAt: Date;
  /** Who saved it; null where nobody did, or it is not known. */
  name: string | null;
};

export type PostVersion = VersionSummary & {
  /** The texts of the form, as the version would fill them. */
  values: FormValues;
};

const summary = {
  id: postVersions.id,
  version: postVersions.version,
  reason: postVersions.reason,
  savedAt: postVersions.savedAt,
  name: people.name,
};

/** All versions of a post, the newest first. */
export async function listVersions(postId: number, db = database()): Promise<VersionSummary[]> {
  return db
    .select(summary)
    .from(postVersions)
    .leftJoin(people, eq(people.id, postVersions.personId))
    .where(eq(postVersions.postId, postId))
    .orderBy(desc(postVersions.version));
}

/** One version of a post; null when it has no such version. */
export async function getVersion(
  postId: number,
  versionId: number,
  db = database(),
): Promise<PostVersion | null> {
  const [row] = await db
    .select({ ...summary, fields: postVersions.fields, tagIds: postVersions.tagIds })
    .from(postVersions)
    .leftJoin(people, eq(people.id, postVersions.personId))
    .where(and(eq(postVersions.id, versionId), eq(postVersions.postId, postId)));
  if (row === undefined) return null;
  const { fields, tagIds, ...rest } = row;
  const { timeZone } = await getSettings(db);
  return { ...rest, values: valuesOfPost(await readVersion({ fields, tagIds }, db), timeZone) };
}

/**
 * The fields that a version keeps. Tags merged since are the tags that they became, those deleted
 * since are left out.
 */
export async function readVersion(
  kept: { fields: unknown; tagIds: number[] },
  db: Database,
): Promise<DraftFields> {
  const { publishedAt, ...fields } = versionFields.parse(kept.fields);
  const instant = publishedAt === null ? null : new Date(publishedAt);
  const never = new Date(0);
  return {
    ...storedFields({
      ...fields,
      publishedAt: instant,
      status: 'draft',
      authorId: null,
      createdAt: never,
      updatedAt: never,
    }),
    publishedAt: instant,
    updatedAt: undefined,
    tags: (await followTags(kept.tagIds, db)).map((tag) => tag.name),
  };
}
