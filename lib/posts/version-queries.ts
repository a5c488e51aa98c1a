// Reading the versions of a post.
import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { FormValues } from '../actions';
import { type Database, database } from '../db/client';
import { people, postVersions, tagChanges, tags, type VersionReason } from '../db/schema';
import { getSettings } from '../settings/queries';
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
    tags: await listTagNames(kept.tagIds, db),
  };
}

/** More merges in a row than anybody makes; a circle ends here. */
const longestChain = 20;

/** The names of tags by id, merges followed, each once. */
async function listTagNames(ids: number[], db: Database): Promise<string[]> {
  if (ids.length === 0) return [];
  let wanted = ids;
  for (let step = 0; step < longestChain; step += 1) {
    const found = await db
      .select({ id: tags.id, name: tags.name })
      .from(tags)
      .where(inArray(tags.id, wanted));
    const names = new Map(found.map((tag) => [tag.id, tag.name]));
    const gone = wanted.filter((id) => !names.has(id));
    const became = await listSuccessors(gone, db);
    if (became.size === 0) return [...new Set(wanted.flatMap((id) => names.get(id) ?? []))];
    wanted = wanted.map((id) => became.get(id) ?? id);
  }
  throw new Error(`The merges of the tags ${ids.join(', ')} lead nowhere.`);
}

/** Into which tag each of these was merged, where it was. */
async function listSuccessors(ids: number[], db: Database): Promise<Map<number, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: tagChanges.tagId, into: tagChanges.intoTagId })
    .from(tagChanges)
    .where(
      and(
        inArray(tagChanges.tagId, ids),
        sql`${tagChanges.intoTagId} is not null`,
        isNull(tagChanges.undoneAt),
      ),
    )
    .orderBy(tagChanges.at, tagChanges.id);
  return new Map(rows.flatMap(({ id, into }) => (into === null ? [] : [[id, into]])));
}
