// What the author's list says after a change of many posts.
import { inArray } from 'drizzle-orm';
import type { ActionState } from '../actions';
import type { Database } from '../db/client';
import { posts } from '../db/schema';
import type { Undone } from '../tags/undo';
import { urls } from '../urls';
import type { BulkChange, BulkOutcome, Skipped } from './bulk';
import { type Undo, undoText } from './bulk-input';
import type { TaggingOutcome } from './bulk-tags';

export type BulkAnswer = {
  /** How many posts were changed. */
  changed: number;
  /** Which were left as they are, and why. */
  skipped: Skipped[];
  /** Which are drafts now because the time that they were scheduled for has passed. */
  missed: { id: number; title: string }[];
  /** Posts that readers can see now: paths. */
  live: { title: string; path: string }[];
  /** The field of the form that takes it back; null where nothing can be. */
  undo: string | null;
};

const inWords = (count: number) => (count === 1 ? '1 post' : `${count.toLocaleString('en')} posts`);

const sentences: Record<BulkChange, (count: number) => string> = {
  publish: (count) => `Published ${inWords(count)}.`,
  unpublish: (count) => `Took ${inWords(count)} back: now a draft again, and gone from the site.`,
  republish: (count) => `${inWords(count)} published again, as before.`,
  bin: (count) => `${inWords(count)} moved to the bin.`,
  restore: (count) => `Restored ${inWords(count)} from the bin.`,
  delete: (count) => `Deleted ${inWords(count)} for good.`,
};

const opposites: Record<BulkChange, Exclude<Undo['by'], 'tags'> | null> = {
  publish: 'unpublish',
  unpublish: 'republish',
  republish: 'unpublish',
  bin: 'restore',
  restore: 'bin',
  delete: null,
};

/** How many published posts are linked in the answer. */
const maxLinks = 5;

/** What has become of posts. A change that took another back is not taken back itself. */
export async function answerBulk(
  change: BulkChange,
  { done, skipped }: BulkOutcome,
  { canUndo, db }: { canUndo: boolean; db: Database },
): Promise<ActionState<BulkAnswer>> {
  const by = opposites[change];
  const isUndoable = canUndo && by !== null && done.length > 0;
  const isPublic = change === 'publish' || change === 'republish';
  return {
    status: 'ok',
    message: messageOf(done.length, skipped.length, () => sentenceOf(change, done)),
    data: {
      changed: done.length,
      skipped,
      missed: done.flatMap(({ id, title, schedule }) =>
        schedule === 'missed' ? [{ id, title }] : [],
      ),
      live: isPublic ? await listLive(done.slice(0, maxLinks), db) : [],
      undo: isUndoable ? undoText({ by, posts: done }) : null,
    },
  };
}

function messageOf(done: number, skipped: number, sentence: () => string): string {
  if (done === 0) return skipped === 0 ? 'There was nothing to change.' : 'Nothing was changed.';
  if (skipped === 0) return sentence();
  return `${sentence()} ${inWords(skipped)} stayed as before.`;
}

/** What waits for its former time again is told apart from what is a draft. */
function sentenceOf(change: BulkChange, done: BulkOutcome['done']): string {
  const waiting = done.filter(({ schedule }) => schedule === 'kept').length;
  const others = done.length - waiting;
  return [
    others > 0 ? sentences[change](others) : null,
    waiting > 0 ? scheduledAgain(waiting) : null,
  ]
    .filter((sentence) => sentence !== null)
    .join(' ');
}

const scheduledAgain = (count: number) =>
  `Took ${inWords(count)} back: scheduled again for the time set before, and gone from the site until then.`;

async function listLive(done: { id: number; title: string }[], db: Database) {
  if (done.length === 0) return [];
  const rows = await db
    .select({
      id: posts.id,
      slug: posts.slug,
      publishedOn: posts.publishedOn,
      listedAt: posts.listedAt,
    })
    .from(posts)
    .where(
      inArray(
        posts.id,
        done.map(({ id }) => id),
      ),
    );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return done.flatMap(({ id, title }) => {
    const row = byId.get(id);
    if (!row?.publishedOn || !row.listedAt) return [];
    return [{ title, path: urls.post({ slug: row.slug, publishedOn: row.publishedOn }) }];
  });
}

/** How many posts went for good. */
export function answerEmptied(count: number): ActionState<BulkAnswer> {
  return {
    status: 'ok',
    message: count === 0 ? 'The bin was empty.' : sentences.delete(count),
    data: { changed: count, skipped: [], missed: [], live: [], undo: null },
  };
}

/** What has become of the tags of posts. */
export function answerTagging(
  { changed, changeIds, skipped }: TaggingOutcome,
  { isAdding, isCut }: { isAdding: boolean; isCut: boolean },
): ActionState<BulkAnswer> {
  const verb = isAdding ? 'added to' : 'removed from';
  const said =
    changed === 0
      ? `No post changed: ${isAdding ? 'all have that already' : 'none had that'}.`
      : `Tags ${verb} ${inWords(changed)}.`;
  const cut = isCut ? ' The list has more posts than can be tagged at a time: do it again.' : '';
  return {
    status: 'ok',
    message: `${said}${cut}`,
    data: {
      changed,
      skipped,
      missed: [],
      live: [],
      undo: changeIds.length > 0 ? undoText({ by: 'tags', changeIds }) : null,
    },
  };
}

/** What has become of taking a tagging back. */
export function answerUndoneTagging(undone: Undone): ActionState<BulkAnswer> {
  switch (undone.status) {
    case 'undone':
      return {
        status: 'ok',
        message: 'The tags are as they were before.',
        data: { changed: undone.tagIds.length, skipped: [], missed: [], live: [], undo: null },
      };
    case 'already':
      return { status: 'error', message: 'That has been taken back already.' };
    default:
      return {
        status: 'error',
        message: 'The tags have changed since: this cannot be taken back any more.',
      };
  }
}
