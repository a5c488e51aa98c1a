// What an author does with posts in the list.
'use server';

import { z } from 'zod';
import { authorAction } from '../auth/author-action';
import { database } from '../db/client';
import { changePosts, emptyBin as deleteBinned } from './bulk';
import {
  answerBulk,
  answerEmptied,
  answerTagging,
  answerUndoneTagging,
  type BulkAnswer,
} from './bulk-answers';
import { chosenPosts } from './bulk-chosen';
import { listInput, undoInput } from './bulk-input';
import { tagPosts, undoTagging } from './bulk-tags';

/** Changes the posts that are ticked, or the one whose button was pressed. */
export const changeListed = authorAction<typeof listInput, BulkAnswer>(
  { permission: 'post:edit', input: listInput },
  async (request, actor, form) => {
    const { name } = request.change;
    const chosen = await chosenPosts(request, form, actor, database());
    if ('refusal' in chosen) return { status: 'error', message: chosen.refusal };
    if (name !== 'add-tags' && name !== 'remove-tags') {
      const posts = chosen.ids.map((id) => ({ id }));
      const outcome = await changePosts(posts, name, actor, database());
      return answerBulk(name, outcome, { canUndo: true, db: database() });
    }
    const isAdding = name === 'add-tags';
    const changes = isAdding ? { add: request.tags } : { remove: request.tags };
    const outcome = await tagPosts(chosen.ids, changes, actor, database());
    return answerTagging(outcome, { isAdding, isCut: chosen.isCut });
  },
);

/** Takes back what `changeListed` did, of posts that have not changed since. */
export const undoListed = authorAction<typeof undoInput, BulkAnswer>(
  { permission: 'post:edit', input: undoInput },
  async ({ undo }, actor) => {
    if (undo.by === 'tags')
      return answerUndoneTagging(await undoTagging(undo.changeIds, actor, database()));
    const outcome = await changePosts(undo.posts, undo.by, actor, database());
    return answerBulk(undo.by, outcome, { canUndo: false, db: database() });
  },
);

/** Deletes for good everything in the bin that is the actor's to delete. */
export const emptyBin = authorAction<z.ZodObject, BulkAnswer>(
  { permission: 'post:delete', input: z.object({}) },
  async (_, actor) => answerEmptied(await deleteBinned(actor, database())),
);
