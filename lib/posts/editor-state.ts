// What an editor's page is given: the post, its working copy, and what the form needs to know.
import { randomUUID } from 'node:crypto';
import { asc, eq } from 'drizzle-orm';
import type { FormValues } from '../actions';
import { type Database, database } from '../db/client';
import { posts, series } from '../db/schema';
import { env } from '../env';
import { getSettings } from '../settings/queries';
import { absolute, urls } from '../urls';
import { readValues } from './editable';
import type { EditorState, SavedPost } from './editing';
import type { Choice } from './form-fields';
import { emptyValues, isSameValues, kindOfValues, pickValues } from './form-values';
import type { PostKind } from './kinds';
import { isChangedSince } from './versions';
import { readWorkingCopy } from './working-copy';
import type { StoredRow } from './write-fields';

/** The state of an editor on a post that exists, with whose it is; null when there is none. */
export async function getEditorState(
  postId: number,
  now = new Date(),
  db = database(),
): Promise<(EditorState & { authorId: number | null }) | null> {
  const [row] = await db.select().from(posts).where(eq(posts.id, postId));
  if (row === undefined) return null;
  const [saved, copy, choices] = await Promise.all([
    readSaved(row, now, db),
    readWorkingCopy(postId, db),
    listSeriesChoices(db),
  ]);
  const values = copy?.values ?? saved.savedValues;
  // Typed before the post became what it is: a save of it has to show both.
  const isOutdated =
    copy !== null && (await db.$count(posts, isChangedSince(postId, copy.baseVersion))) > 0;
  return {
    ...saved,
    version: isOutdated ? copy.baseVersion : row.version,
    authorId: row.authorId,
    draftKey: row.draftKey ?? randomUUID(),
    kind: kindOfValues(values) ?? row.kind,
    isBinned: row.deletedAt !== null,
    wasPublished: row.firstPublishedAt !== null,
    revision: copy?.revision ?? 0,
    values,
    hasUnsavedChanges: copy !== null && !isSameValues(copy.values, saved.savedValues),
    editedBy: copy && { name: copy.name, savedAt: copy.savedAt.toISOString() },
    updatedAt: row.updatedAt.toISOString(),
    previewKey: row.previewKey,
    series: choices,
  };
}

/** The state of an editor that nothing has been typed into; `given` fills fields beforehand. */
export async function newEditorState(
  kind: PostKind,
  given: FormValues = {},
  db = database(),
): Promise<EditorState> {
  const { timeZone } = await getSettings(db);
  return {
    postId: null,
    draftKey: randomUUID(),
    kind,
    status: 'draft',
    isBinned: false,
    wasPublished: false,
    // That of the post that the first autosave makes.
    version: 1,
    revision: 0,
    values: pickValues(kind, { ...emptyValues(kind), ...given }),
    savedValues: emptyValues(kind),
    hasUnsavedChanges: false,
    editedBy: null,
    publishedAt: null,
    updatedAt: null,
    previewKey: null,
    publicUrl: null,
    removed: [],
    wordCount: 0,
    timeZone,
    series: await listSeriesChoices(db),
  };
}

/** What a real save tells the editor. @throws when the post is gone */
export async function getSavedPost(
  postId: number,
  now = new Date(),
  db = database(),
): Promise<SavedPost> {
  const [row] = await db.select().from(posts).where(eq(posts.id, postId));
  if (row === undefined) throw new Error(`Post ${postId} is gone right after it was saved.`);
  const { timeZone: _, ...saved } = await readSaved(row, now, db);
  return saved;
}

async function readSaved(row: StoredRow, now: Date, db: Database) {
  const { timeZone } = await getSettings(db);
  return {
    postId: row.id,
    status: row.status,
    version: row.version,
    savedValues: await readValues(row, timeZone, db),
    publishedAt: row.publishedAt?.toISOString() ?? null,
    publicUrl: publicUrl(row, now),
    removed: row.removed,
    wordCount: row.wordCount,
    timeZone,
  };
}

/** Where a post can be read, as an absolute address; null when it is not public. */
function publicUrl(row: StoredRow, now: Date): string | null {
  const { listedAt, publishedOn, slug } = row;
  if (listedAt === null || listedAt > now || publishedOn === null) return null;
  return absolute(urls.post({ publishedOn, slug }), env().SITE_URL);
}

async function listSeriesChoices(db: Database): Promise<Choice[]> {
  const rows = await db
    .select({ id: series.id, title: series.title })
    .from(series)
    .orderBy(asc(series.title));
  return rows.map(({ id, title }) => ({ value: String(id), label: title }));
}
