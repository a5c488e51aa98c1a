// What an owner does with redirects.
'use server';

import { authorAction } from '../auth/author-action';
import { database } from '../db/client';
import { env } from '../env';
import {
  answerDeleted,
  answerPasted,
  answerRestored,
  answerSaved,
  refusedForm,
} from './action-answers';
import {
  isRefusal,
  parseRedirect,
  pastedLines,
  type RedirectInput,
  redirectDeletion,
  redirectForm,
} from './input';
import { type PasteReport, pasteRedirects } from './paste';
import { deleteRedirect, saveRedirect } from './write';

/** Stores a new redirect, or changes one. */
export const saveOne = authorAction(
  { permission: 'redirects:manage', input: redirectForm },
  async ({ id, from, to }) => {
    const input = parseRedirect({ from, to }, env().SITE_URL);
    if (isRefusal(input)) return refusedForm(input, { from, to });
    return answerSaved(await saveRedirect(input, database(), { id }), input, { from, to });
  },
);

/** Stores every line that can be taken, and reports on the others. */
export const saveLines = authorAction<typeof pastedLines, PasteReport>(
  { permission: 'redirects:manage', input: pastedLines },
  async ({ lines }) => answerPasted(await pasteRedirects(lines, env().SITE_URL, database())),
);

/** Deletes a redirect, or brings one back. */
export const deleteOrRestoreRedirect = authorAction<
  typeof redirectDeletion,
  { undo: RedirectInput | null }
>({ permission: 'redirects:manage', input: redirectDeletion }, async (asked) =>
  'id' in asked
    ? answerDeleted(await deleteRedirect(asked.id, database()))
    : answerRestored(await saveRedirect(asked, database())),
);
