// What an author does with posts in the list.
'use server';

import { authorAction } from '../auth/author-action';
import { database } from '../db/client';
import { changePosts, emptyBin } from './bulk';
import {
  answerBulk,
  answerEmptied,
  answerTagging,
  answerUndoneTagging,
  type BulkAnswer,
} from './bulk-answers';
import { chosenPosts } from './bulk-chosen';
import { listInput } from './bulk-input';
import { tagPosts, undoTagging } from './bulk-tags';

/**
 * Changes the posts that are ticked, or the one whose button was pressed; or takes such a change
 * back from those that have not changed since.
 */
export const changeListed = authorAction<typeof listInput, BulkAnswer>(
  { permission: 'post:edit', input: listInput },
  async (request, actor, form) => {
    const db = database();
    if ('undo' in request) {
      const { undo } = request;
      if (undo.by === 'tags')
        return answerUndoneTagging(await undoTagging(undo.changeIds, actor, db));
      const outcome = await changePosts(undo.posts, undo.by, actor, db);
      return answerBulk(undo.by, outcome, { canUndo: false, db });
    }
    const { name } = request.change;
    if (name === 'empty-bin') return answerEmptied(await emptyBin(actor, db));
    const chosen = await chosenPosts(request, form, actor, db);
    if ('refusal' in chosen) return { status: 'error', message: chosen.refusal };
    if (name === 'add-tags' || name === 'remove-tags') {
      const isAdding = name === 'add-tags';
      const changes = isAdding ? { add: request.tags } : { remove: request.tags };
      const outcome = await tagPosts(chosen.ids, changes, actor, db);
      return answerTagging(outcome, { isAdding, isCut: chosen.isCut });
    }
    const posts = chosen.ids.map((id) => ({ id }));
    return answerBulk(name, await changePosts(posts, name, actor, db), { canUndo: true, db });
  },
);
