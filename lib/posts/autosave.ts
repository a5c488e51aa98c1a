// Stores what is being typed: one write of the working copy, nothing rendered, no version, no page
// touched. Who does not know the newest state is told of it and overwrites nothing.
import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { FormValues } from '../actions';
import type { Database } from '../db/client';
import { people, posts, postVersions } from '../db/schema';
import { getSettings } from '../settings/queries';
import { findDraft, makeDraft } from './drafts';
import { readValues } from './editable';
import type { AutosaveAnswer, AutosaveRequest } from './editing';
import { pickValues } from './form-values';
import { hasChangedSince } from './versions';
import { readWorkingCopy } from './working-copy';
import type { StoredRow } from './write-fields';

/** Who types. */
export type Typist = {
  /** `people.id`. */
  personId: number;
  /** The one author whose posts this person may edit; null for everybody's. */
  onlyOf: number | null;
};

export type Autosaved = AutosaveAnswer | { status: 'forbidden' };

/** A state of the post may change between looking and telling; then it is looked at again. */
const mostLooks = 3;

/** Stores the working copy of a post, which is made if it is new. */
export async function autosave(
  request: AutosaveRequest,
  typist: Typist,
  db: Database,
  now = new Date(),
): Promise<Autosaved> {
  const values = pickValues(request.kind, request.values);
  const postId = request.postId ?? (await postOf(request, typist, db, now));
  for (let look = 1; look <= mostLooks; look += 1) {
    const stored = await store({ ...request, postId, values }, typist, db, now);
    if (stored !== null) return stored;
    const obstacle = await findObstacle({ ...request, postId }, typist, db);
    if (obstacle !== null) return obstacle;
  }
  throw new Error(`The working copy of post ${postId} changes faster than it can be looked at.`);
}

/** Looked for outside of a transaction first: it is made only once. */
async function postOf(
  { kind, draftKey }: AutosaveRequest,
  { personId }: Typist,
  db: Database,
  now: Date,
): Promise<number> {
  const known = await findDraft(draftKey, db);
  if (known !== null) return known;
  return db.transaction((tx) => makeDraft({ kind, draftKey, authorId: personId }, tx, now));
}

type Placed = AutosaveRequest & { postId: number };

/**
 * The one write. It takes place if the post says what the editor believes, and if the copy is the
 * one it knows, or its own of earlier. @returns null when it did not
 */
async function store(
  { postId, editor, sequence, revision, baseVersion, values }: Placed,
  { personId, onlyOf }: Typist,
  db: Database,
  now: Date,
): Promise<AutosaveAnswer | null> {
  const isEditable = and(
    eq(posts.id, postId),
    isNull(posts.deletedAt),
    onlyOf === null ? undefined : eq(posts.authorId, onlyOf),
    sql`not ${hasChangedSince(baseVersion)}`,
  );
  const [row] = await db.execute<{ revision: number; version: number }>(sql`
    insert into post_edits (post_id, base_version, editor, sequence, values, person_id, saved_at)
    select id, version, ${editor}::uuid, ${sequence}::int, ${JSON.stringify(values)}::jsonb,
      ${personId}::int, ${now.toISOString()}::timestamptz
    from posts where ${isEditable}
    on conflict (post_id) do update set revision = excluded.revision,
      base_version = excluded.base_version, editor = excluded.editor, sequence = excluded.sequence,
      values = excluded.values, person_id = excluded.person_id, saved_at = excluded.saved_at
    where post_edits.revision = ${revision}
      or (post_edits.editor = excluded.editor and post_edits.sequence < excluded.sequence)
    returning revision, base_version as version`);
  if (row === undefined) return null;
  return { status: 'saved', postId, ...row, savedAt: now.toISOString() };
}

/** Why nothing was stored; null when there is no reason any more. */
async function findObstacle(
  { postId, editor, sequence, revision, baseVersion }: Placed,
  { onlyOf }: Typist,
  db: Database,
): Promise<Autosaved | null> {
  const [found] = await db
    .select({ row: posts, hasChanged: hasChangedSince(baseVersion) })
    .from(posts)
    .where(eq(posts.id, postId));
  if (found === undefined || found.row.deletedAt !== null) return { status: 'gone' };
  const { row, hasChanged } = found;
  if (onlyOf !== null && row.authorId !== onlyOf) return { status: 'forbidden' };
  const copy = await readWorkingCopy(postId, db);
  const isOwn = copy?.editor === editor;
  if (copy && isOwn && copy.sequence >= sequence)
    return {
      status: 'superseded',
      postId,
      version: row.version,
      revision: copy.revision,
      savedAt: copy.savedAt.toISOString(),
    };
  if (copy && !isOwn && copy.revision !== revision) return conflictWith(row, copy);
  if (!hasChanged) return null;
  const { timeZone } = await getSettings(db);
  return conflictWith(row, {
    values: await readValues(row, timeZone, db),
    revision: copy?.revision ?? 0,
    ...(await lastSave(row, db)),
  });
}

type Theirs = { values: FormValues; revision: number; name: string | null; savedAt: Date };

function conflictWith(row: StoredRow, { values, revision, name, savedAt }: Theirs): AutosaveAnswer {
  return {
    status: 'conflict',
    postId: row.id,
    theirs: values,
    theirVersion: row.version,
    theirRevision: revision,
    by: name === null ? null : { name },
    savedAt: savedAt.toISOString(),
  };
}

/** Who made the post what it is, and when. */
async function lastSave(row: StoredRow, db: Database) {
  const [last] = await db
    .select({ name: people.name, savedAt: postVersions.savedAt })
    .from(postVersions)
    .leftJoin(people, eq(people.id, postVersions.personId))
    .where(eq(postVersions.postId, row.id))
    .orderBy(desc(postVersions.version))
    .limit(1);
  return last ?? { name: null, savedAt: row.updatedAt };
}
