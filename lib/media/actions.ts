// What an author does with files of the library. Uploads go another way: app/api/upload.
'use server';

import { redirect } from 'next/navigation';
import type { ActionState } from '../actions';
import { authorAction, textsOf } from '../auth/author-action';
import { dashboardUrls } from '../dashboard-urls';
import { database } from '../db/client';
import { changeable, withFile } from './action-answers';
import { findPartProblems } from './film-parts';
import { changeInput, idsOf, mediaIdInput, mediaTextsInput } from './input';
import { mediaStorage } from './storage';
import { binMedia, deleteMedia, describeMedia, restoreMedia } from './write';

const counted = (count: number) => (count === 1 ? '1 file' : `${count} files`);
const wrongFields = 'Some fields need another look.';
const noneChecked = 'Check the files first that you mean.';

/** Says anew what a file shows, everywhere it is used. */
export const describe = authorAction(
  { permission: 'media:change', input: mediaTextsInput },
  ({ mediaId, ...texts }, actor, form) =>
    withFile(mediaId, actor, async () => {
      const fields = await findPartProblems(texts, database());
      if (Object.keys(fields).length > 0)
        return { status: 'invalid', message: wrongFields, fields, values: textsOf(form) };
      const posts = await describeMedia(mediaId, texts, database());
      const pages = posts ? ` ${posts === 1 ? '1 post shows' : `${posts} posts show`} it now.` : '';
      return { status: 'ok', message: `Saved.${pages}`, data: null };
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
      if (gone > 0) redirect(dashboardUrls.media({ bin: 1 }));
      return { status: 'error', message: 'Only what is in the bin can be deleted for good.' };
    }),
);

/** Does to the checked files what the pressed button is for, as far as the actor may. */
export const changeChecked = authorAction(
  { permission: 'media:change', input: changeInput },
  async ({ change }, actor, form): Promise<ActionState> => {
    const asked = idsOf(form);
    const ids = await changeable(asked, actor);
    if (asked.length === 0) return { status: 'error', message: noneChecked };
    const count = await changes[change](ids);
    const left = asked.length - ids.length;
    const others = left === 0 ? '' : ` ${counted(left)} of others left as they are.`;
    return { status: 'ok', message: `${counted(count)} ${done[change]}.${others}`, data: null };
  },
);

const changes = {
  bin: (ids: number[]) => binMedia(ids, database()),
  restore: (ids: number[]) => restoreMedia(ids, database()),
  delete: (ids: number[]) => deleteMedia(ids, { db: database(), storage: mediaStorage() }),
};

const done = { bin: 'put into the bin', restore: 'restored', delete: 'deleted for good' };
