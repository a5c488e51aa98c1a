// What an author does with a post in the editor.
'use server';

import { authorAction } from '../auth/author-action';
import { database } from '../db/client';
import { answerDiscard, answerPost, answerRestored, answerSave, withPost } from './action-answers';
import { binPost, deletePost, restorePost, unpublishPost } from './change';
import { discardChanges as dropChanges } from './discard';
import type { PreviewKey } from './editing';
import { discardInput, postIdInput, saveInput, versionInput } from './editing-input';
import { pickValues } from './form-texts';
import { renewPreviewKey, revokePreviewKey } from './preview-keys';
import { restoreVersion as bringBack } from './restore-version';
import { type SaveIntent, savePost } from './save';
import { typistOf } from './typist';

const save = (intent: SaveIntent) =>
  authorAction(
    {
      permission: intent === 'draft' ? 'post:edit' : 'post:publish',
      input: saveInput,
      updatesItself: true,
    },
    async (request, actor) => {
      const saved = await savePost({ ...request, intent }, typistOf(actor), database());
      return answerSave(saved, { intent, values: pickValues(request.kind, request.values) });
    },
  );

/** Keeps the form as a draft; fields may be empty. */
export const saveDraft = save('draft');
/** Makes the post public now. */
export const publish = save('publish');
/** Makes the post public at the time in its form. */
export const schedule = save('schedule');
/** Changes a post that is public or scheduled. */
export const update = save('update');

/** Makes a post a draft again. */
export const unpublish = authorAction(
  { permission: 'post:publish', input: postIdInput, updatesItself: true },
  ({ postId }, actor) =>
    withPost(postId, { actor, permission: 'post:publish' }, async () => {
      await unpublishPost(postId, database(), { personId: actor.id });
      return answerPost(postId, () => 'Taken back: it is a draft again, and gone from the site.');
    }),
);

/** Puts a post into the bin. */
export const bin = authorAction(
  { permission: 'post:delete', input: postIdInput, updatesItself: true },
  ({ postId }, actor) =>
    withPost(postId, { actor, permission: 'post:delete' }, async () => {
      await binPost(postId, database(), { personId: actor.id });
      return answerPost(postId, () => 'In the bin, and gone from the site. It can be restored.');
    }),
);

/** Takes a post out of the bin. */
export const restore = authorAction(
  { permission: 'post:delete', input: postIdInput, updatesItself: true },
  ({ postId }, actor) =>
    withPost(postId, { actor, permission: 'post:delete' }, async () => {
      await restorePost(postId, database(), { personId: actor.id });
      return answerPost(postId, ({ publicUrl }) =>
        publicUrl === null ? 'Restored.' : `Restored. It is live again at ${publicUrl}`,
      );
    }),
);

/** Deletes a post that is in the bin, with its versions and its working copy. */
export const deleteForGood = authorAction(
  { permission: 'post:delete', input: postIdInput },
  ({ postId }, actor) =>
    withPost<null>(postId, { actor, permission: 'post:delete' }, async () =>
      (await deletePost(postId, database()))
        ? { status: 'ok', message: 'Deleted for good.', data: null }
        : { status: 'error', message: 'Only what is in the bin can be deleted for good.' },
    ),
);

/** Drops what was typed and not saved. */
export const discardChanges = authorAction(
  { permission: 'post:edit', input: discardInput, updatesItself: true },
  ({ postId, revision }, actor) =>
    withPost(postId, { actor, permission: 'post:edit' }, async () =>
      answerDiscard(postId, await dropChanges({ postId, revision }, database())),
    ),
);

/** Brings back what a post said in a version. */
export const restoreVersion = authorAction(
  { permission: 'post:edit', input: versionInput },
  ({ postId, versionId }, actor) =>
    withPost(postId, { actor, permission: 'post:edit' }, async () =>
      answerRestored(
        postId,
        await bringBack({ postId, versionId, personId: actor.id }, database()),
      ),
    ),
);

/** Makes a new secret link to the preview; an earlier one shows nothing any more. */
export const renewPreview = authorAction(
  { permission: 'post:edit', input: postIdInput, updatesItself: true },
  ({ postId }, actor) =>
    withPost<PreviewKey>(postId, { actor, permission: 'post:edit' }, async () => ({
      status: 'ok',
      message: 'Whoever has the new link sees this draft. An earlier link shows nothing any more.',
      data: { previewKey: await renewPreviewKey(postId, database()) },
    })),
);

/** Takes the secret link away. */
export const revokePreview = authorAction(
  { permission: 'post:edit', input: postIdInput, updatesItself: true },
  ({ postId }, actor) =>
    withPost<PreviewKey>(postId, { actor, permission: 'post:edit' }, async () => {
      await revokePreviewKey(postId, database());
      return {
        status: 'ok',
        message: 'The secret link shows nothing any more.',
        data: { previewKey: null },
      };
    }),
);
