// Real saves: the form becomes the post. All four (save a draft, publish, schedule, update) are one
// transaction here, which drops the working copy, keeps a version and touches the pages.
import { eq } from 'drizzle-orm';
import type { FormValues } from '../actions';
import type { Database } from '../db/client';
import { changePages } from '../db/page-changes';
import { type PostStatus, posts, series } from '../db/schema';
import { getSettings } from '../settings/queries';
import type { Typist } from './autosave';
import { changeRow } from './change-row';
import { findDraft, makeDraft } from './drafts';
import { readValues } from './editable';
import type { EditorKnowledge, TheirText } from './editing';
import {
  isSameValues,
  type Parsed,
  parseDraftValues,
  parseValues,
  pickValues,
} from './form-values';
import type { DraftFields } from './input';
import { kinds, type PostKind } from './kinds';
import { isChangedSince } from './versions';
import { dropWorkingCopy, readWorkingCopy } from './working-copy';
import { type StoredRow, writeFields } from './write-fields';

/** What the author wants: to keep a draft, to show it now or at its time, to change what is shown. */
export type SaveIntent = 'draft' | 'publish' | 'schedule' | 'update';

export type SaveRequest = EditorKnowledge & { values: FormValues; intent: SaveIntent };

export type SaveRefusal =
  | { status: 'invalid'; fields: Record<string, string> }
  | (TheirText & { status: 'conflict' })
  /** Deleted, or in the bin. */
  | { status: 'gone' }
  | { status: 'forbidden' }
  /** The post is in another state than the author saw. */
  | { status: 'unsuitable'; postId: number; postStatus: PostStatus };

export type Saved = { status: 'saved'; postId: number } | SaveRefusal;

/** Saves a form as its post, which is made if it is new. Nothing is changed where it is refused. */
export async function savePost(
  request: SaveRequest,
  typist: Typist,
  db: Database,
  now = new Date(),
): Promise<Saved> {
  const save: Save = { ...request, values: pickValues(request.kind, request.values), ...typist };
  return changePages(db, async (tx, touch): Promise<Saved> => {
    const found = await findOrMake(save, tx, now);
    if (found.status !== 'found') return found;
    const { postId } = found;
    const changed = await changeRow<Refused>(
      { id: postId },
      (row, tx) => saveRow(row, save, tx, now),
      { tx, touch, now, personId: typist.personId },
    );
    if (changed.status === 'changed') return { status: 'saved', postId };
    if (changed.status === 'refused') return changed.because;
    if (changed.status === 'missing') return { status: 'gone' };
    throw new Error(`Saving post ${postId} ended with ${changed.status}.`);
  });
}

type Save = SaveRequest & Typist;

/** The post to save to. A new one is not made for a form that will be refused. */
async function findOrMake(save: Save, tx: Database, now: Date) {
  const postId = save.postId ?? (await findDraft(save.draftKey, tx));
  if (postId !== null) return { status: 'found' as const, postId };
  const parsed = await readForm(null, save, tx, now);
  if (!parsed.ok) return { status: 'invalid' as const, fields: parsed.fields };
  const { kind, draftKey, personId: authorId } = save;
  const made = await makeDraft({ kind, draftKey, authorId }, tx, now);
  return { status: 'found' as const, postId: made };
}

type Refused = { status: 'refused'; because: SaveRefusal };
const refuse = (because: SaveRefusal): Refused => ({ status: 'refused', because });

/** Writes the form to its locked row, unless something stands in the way. */
async function saveRow(
  row: StoredRow,
  save: Save,
  tx: Database,
  now: Date,
): Promise<Refused | undefined> {
  const { intent, onlyOf } = save;
  if (row.deletedAt !== null) return refuse({ status: 'gone' });
  if (onlyOf !== null && row.authorId !== onlyOf) return refuse({ status: 'forbidden' });
  const conflict = await findConflict(row, save, tx);
  if (conflict !== null) return refuse(conflict);
  if (
    (intent === 'draft') !== (row.status === 'draft') &&
    (intent === 'draft' || intent === 'update')
  )
    return refuse({ status: 'unsuitable', postId: row.id, postStatus: row.status });
  const parsed = await readForm(row, save, tx, now);
  if (!parsed.ok) return refuse({ status: 'invalid', fields: parsed.fields });
  await writeFields(row, parsed.input, tx, now);
  await dropWorkingCopy(row.id, tx);
  return undefined;
}

/**
 * Whether somebody wrote what this editor does not know: typed it, or saved it. What says the same
 * as this form stands in nobody's way; so a request that comes twice is done once.
 */
async function findConflict(
  row: StoredRow,
  { values, editor, revision, baseVersion }: Save,
  tx: Database,
): Promise<SaveRefusal | null> {
  const [copy, changed] = await Promise.all([
    readWorkingCopy(row.id, tx),
    tx.$count(posts, isChangedSince(row.id, baseVersion)),
  ]);
  const isUnknown = copy !== null && copy.editor !== editor && copy.revision !== revision;
  const conflict = {
    status: 'conflict' as const,
    postId: row.id,
    theirVersion: row.version,
    theirRevision: copy?.revision ?? 0,
  };
  if (isUnknown && !saysTheSame(values, copy.values)) return { ...conflict, theirs: copy.values };
  if (changed === 0) return null;
  const { timeZone } = await getSettings(tx);
  const theirs = await readValues(row, timeZone, tx);
  if (saysTheSame(values, theirs)) return null;
  return { ...conflict, theirs };
}

/** An undecided time is whatever it has become. */
function saysTheSame(mine: FormValues, theirs: FormValues): boolean {
  const undecided = (name: 'publishedAt' | 'slug') =>
    mine[name] === '' ? { [name]: theirs[name] ?? '' } : {};
  return isSameValues({ ...mine, ...undecided('publishedAt'), ...undecided('slug') }, theirs);
}

/** What the form says, in the light of the stored post and of what is intended. */
async function readForm(
  row: StoredRow | null,
  { kind, values, intent }: Save,
  tx: Database,
  now: Date,
): Promise<Parsed<DraftFields>> {
  if (row !== null && row.firstPublishedAt !== null && row.kind !== kind)
    return refuseField('kind', `It was published as ${withArticle(row.kind)} and stays that.`);
  const { timeZone } = await getSettings(tx);
  const context = { timeZone, publishedAt: row?.publishedAt ?? null, now };
  const parsed =
    intent === 'draft'
      ? parseDraftValues(kind, values, context)
      : parseValues(kind, values, context);
  if (!parsed.ok) return parsed;
  const { seriesId } = parsed.input;
  if (seriesId !== null && (await tx.$count(series, eq(series.id, seriesId))) === 0)
    return refuseField('seriesId', 'This series is gone: choose another.');
  const publishedAt = timeOf(parsed.input.publishedAt, values, { intent, row, now });
  if (intent === 'schedule' && (publishedAt === null || publishedAt <= now))
    return refuseField('publishedAt', 'Published must be a time to come.');
  const metadata = kind === 'beat' || row === null ? parsed.input.metadata : row.metadata;
  return { ok: true, input: { ...parsed.input, publishedAt, metadata } };
}

const refuseField = (name: string, message: string) => ({
  ok: false as const,
  fields: { [name]: message },
});

const withArticle = (kind: PostKind) =>
  `${/^[aeiou]/.test(kinds[kind].label) ? 'an' : 'a'} ${kinds[kind].label}`;

type Timing = { intent: SaveIntent; row: StoredRow | null; now: Date };

/** When the post is public: "now" is never later than now, and a public post keeps its time. */
function timeOf(parsed: Date | null, values: FormValues, { intent, row, now }: Timing) {
  if (intent === 'draft' || parsed === null) return parsed;
  if (values.publishedAt !== '') return intent === 'publish' && parsed > now ? now : parsed;
  const keepsTime = intent === 'update' || (intent === 'publish' && row?.status === 'published');
  return keepsTime ? (row?.publishedAt ?? now) : now;
}
