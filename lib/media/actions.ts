// What an author does with files of the library. Uploads go another way: app/api/upload.
'use server';

import { authorAction } from '../auth/author-action';
import { database } from '../db/client';
import { changeable, withFile } from './action-answers';
import { altInput, idsOf, mediaIdInput, mediaIdsInput, mediaTextsInput } from './input';
import { mediaStorage } from './storage';
import { binMedia, deleteMedia, describeMedia, restoreMedia } from './write';

const counted = (count: number) => (count === 1 ? '1 file' : `${count} files`);
const noneChecked = 'Check the files first that you mean.';

/** Says anew what a file shows, everywhere it is used. */
export const describe = authorAction(
  { permission: 'media:change', input: mediaTextsInput },
  ({ mediaId, ...texts }, actor) =>
    withFile(mediaId, actor, async () => {
      const posts = await describeMedia(mediaId, texts, database());
      const pages = posts ? ` ${posts === 1 ? '1 post shows' : `${posts} posts show`} it now.` : '';
      return { status: 'ok', message: `Saved.${pages}`, data: null };
    }),
);

/** What a picture shows, as the uploader asks for it. */
export const describePicture = authorAction(
  { permission: 'media:change', input: altInput },
  ({ mediaId, alt }, actor) =>
    withFile(mediaId, actor, async () => {
      await describeMedia(mediaId, { alt }, database());
      return { status: 'ok', message: 'Saved.', data: null };
    }),
);

/** Puts one file into the bin. */
export const bin = authorAction(
  { permission: 'media:change', input: mediaIdInput },
  ({ mediaId }, actor) =>
    withFile(mediaId, actor, async () => {
      await binMedia([mediaId], database());
      return { status: 'ok', message: 'In the bin. Readers get it no longer.', data: null };
    }),
);

/** Takes one file out of the bin. */
export const restore = authorAction(
  { permission: 'media:change', input: mediaIdInput },
  ({ mediaId }, actor) =>
    withFile(mediaId, actor, async () => {
      await restoreMedia([mediaId], database());
      return { status: 'ok', message: 'Restored: it is where it was.', data: null };
    }),
);

/** Deletes one file of the bin, and all that was made of it. */
export const deleteForGood = authorAction(
  { permission: 'media:change', input: mediaIdInput },
  ({ mediaId }, actor) =>
    withFile(mediaId, actor, async () => {
      const gone = await deleteMedia([mediaId], { db: database(), storage: mediaStorage() });
      return gone === 0
        ? { status: 'error', message: 'Only what is in the bin can be deleted for good.' }
        : { status: 'ok', message: 'Deleted for good.', data: null };
    }),
);

/** Puts the checked files into the bin. */
export const binChecked = authorAction(
  { permission: 'media:change', input: mediaIdsInput },
  async (_input, actor, form) => {
    const ids = await changeable(idsOf(form), actor);
    if (ids.length === 0) return { status: 'error', message: noneChecked };
    const count = await binMedia(ids, database());
    return { status: 'ok', message: `${counted(count)} put into the bin.`, data: null };
  },
);

/** Takes the checked files out of the bin. */
export const restoreChecked = authorAction(
  { permission: 'media:change', input: mediaIdsInput },
  async (_input, actor, form) => {
    const ids = await changeable(idsOf(form), actor);
    if (ids.length === 0) return { status: 'error', message: noneChecked };
    const count = await restoreMedia(ids, database());
    return { status: 'ok', message: `${counted(count)} restored.`, data: null };
  },
);

/** Deletes the checked files of the bin. */
export const deleteChecked = authorAction(
  { permission: 'media:change', input: mediaIdsInput },
  async (_input, actor, form) => {
    const ids = await changeable(idsOf(form), actor);
    if (ids.length === 0) return { status: 'error', message: noneChecked };
    const count = await deleteMedia(ids, { db: database(), storage: mediaStorage() });
    return { status: 'ok', message: `${counted(count)} deleted for good.`, data: null };
  },
);
