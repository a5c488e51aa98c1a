// What an owner does with tags.
'use server';

import { redirect } from 'next/navigation';
import type { ActionState } from '../actions';
import { authorAction } from '../auth/author-action';
import { dashboardUrls } from '../dashboard-urls';
import { database } from '../db/client';
import { deleteTag, deleteUnusedTags } from './delete';
import { describeTag } from './describe';
import {
  deleteInput,
  deleteUnusedInput,
  describeInput,
  distinguishInput,
  mergeInput,
  renameInput,
  tickedTags,
  undoInput,
} from './input';
import { mergeTags } from './merge';
import { distinguishTags } from './near-duplicates';
import { renameTag } from './rename';
import {
  countOfPosts,
  countOfTags,
  refusalSentence,
  renamedSentence,
  takenBack,
} from './sentences';
import { undoTagChanges } from './undo';

/** The records by which a change can be taken back. */
type Undoable = { changes: number[] };

const gone = {
  status: 'error',
  message: 'This tag is not there any more: somebody has merged or deleted it. See the history.',
} as const;

const done = (message: string, ...changes: number[]): ActionState<Undoable> => ({
  status: 'ok',
  message,
  data: { changes },
});

/** Renames a tag; a name that another tag has leads to the question whether to merge the two. */
export const rename = authorAction<typeof renameInput, Undoable>(
  { permission: 'tag:manage', input: renameInput },
  async ({ id, name, slug }, actor) => {
    const renamed = await renameTag(id, { name, slug }, database(), { personId: actor.id });
    switch (renamed.status) {
      case 'renamed':
        return done(renamedSentence(renamed), renamed.changeId);
      case 'unchanged':
        return done('It is called so already.');
      case 'missing':
        return gone;
      case 'unaddressable':
        return {
          status: 'invalid',
          message: 'This cannot stand in an address.',
          fields: {
            [slug ? 'slug' : 'name']: 'At least one letter or digit is needed for the address.',
          },
          values: { name, slug },
        };
      case 'taken':
        redirect(
          dashboardUrls.mergeTags({ from: [id], into: renamed.tag.slug, isNameTaken: true }),
        );
    }
  },
);

/** Stores a description in Markdown. */
export const describe = authorAction<typeof describeInput, Undoable>(
  { permission: 'tag:manage', input: describeInput },
  async ({ id, description }, actor) => {
    const described = await describeTag(id, description, database(), { personId: actor.id });
    if (described.status === 'missing') return gone;
    return described.status === 'unchanged'
      ? done('The description is what it was.')
      : done('The description is saved.', described.changeId);
  },
);

/** Merges tags and leads to the one that stays, which tells what was done. */
export const merge = authorAction(
  { permission: 'tag:manage', input: mergeInput },
  async ({ from, into }, actor) => {
    const merged = await mergeTags(from, into, database(), { personId: actor.id });
    if (merged.status === 'missing') return gone;
    redirect(dashboardUrls.tag(into, merged.changeIds));
  },
);

/** Deletes a tag and leads to the list, which tells what was done. */
export const remove = authorAction(
  { permission: 'tag:manage', input: deleteInput },
  async ({ id, posts }, actor) => {
    const deleted = await deleteTag(id, posts, database(), { personId: actor.id });
    if (deleted.status === 'missing') return gone;
    if (deleted.status === 'in-use')
      return {
        status: 'error',
        message: `By now ${countOfPosts(deleted.posts)} have this tag. Look again before you delete it.`,
      };
    redirect(dashboardUrls.tags({ done: [deleted.changeId] }));
  },
);

/** Deletes tags that no post has, those ticked or all; others are left alone. */
export const removeUnused = authorAction<typeof deleteUnusedInput, Undoable>(
  { permission: 'tag:manage', input: deleteUnusedInput },
  async ({ which }, actor, form) => {
    const ids = which === 'all' ? 'all' : tickedTags.parse(form.getAll('tag'));
    const { changeIds } = await deleteUnusedTags(ids, database(), { personId: actor.id });
    if (changeIds.length === 0) return { status: 'error', message: 'Tick the tags to delete.' };
    return done(`Deleted ${countOfTags(changeIds.length)} that no post had.`, ...changeIds);
  },
);

/** Takes changes back. */
export const undo = authorAction(
  { permission: 'tag:manage', input: undoInput },
  async ({ changes }, actor) => {
    const undone = await undoTagChanges(changes, database(), { personId: actor.id });
    if (undone.status !== 'undone') return { status: 'error', message: refusalSentence(undone) };
    return { status: 'ok', message: takenBack, data: null };
  },
);

/** Remembers that two tags that look alike are not the same. */
export const distinguish = authorAction(
  { permission: 'tag:manage', input: distinguishInput },
  async ({ pair: [one, other] }) => {
    await distinguishTags(one, other, database());
    return { status: 'ok', message: 'Noted: these two are not the same.', data: null };
  },
);
