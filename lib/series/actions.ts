// What an owner does with series.
'use server';

import { redirect } from 'next/navigation';
import { authorAction } from '../auth/author-action';
import { dashboardUrls } from '../dashboard-urls';
import { database } from '../db/client';
import { answerDeleted, answerRestored, answerSaved, gone } from './action-answers';
import { memberChange, seriesChange, seriesDeletion, seriesInput } from './input';
import { createSeries, deleteSeries, moveToSeries, restoreSeries, updateSeries } from './write';

/** Makes a series and leads to its page. */
export const addSeries = authorAction(
  { permission: 'series:manage', input: seriesInput },
  async (fields) => {
    const saved = await createSeries(fields, database());
    if (saved.status === 'saved') redirect(dashboardUrls.series(saved.id));
    return answerSaved(saved, fields);
  },
);

/** Stores what a series says. */
export const changeSeries = authorAction(
  { permission: 'series:manage', input: seriesChange },
  async ({ id, ...fields }) => answerSaved(await updateSeries(id, fields, database()), fields),
);

/** Puts a post into a series, or takes one out. The answer names the post, to be put back. */
export const changeMembers = authorAction<typeof memberChange, { removed: number | null }>(
  { permission: 'series:manage', input: memberChange },
  async ({ id, add, remove }, actor) => {
    const options = { personId: actor.id };
    if (add !== undefined) {
      const count = await moveToSeries([add], id, database(), options);
      return count === null ? gone : { status: 'ok', message: 'Added.', data: { removed: null } };
    }
    if (remove === undefined) return { status: 'error', message: 'No post was chosen.' };
    const count = await moveToSeries([remove], null, database(), { ...options, from: id });
    if (count === 0)
      return { status: 'error', message: 'The post is not in this series any more: look again.' };
    return {
      status: 'ok',
      message: 'Taken out. The post itself is as it was.',
      data: { removed: remove },
    };
  },
);

/** Deletes a series, or brings one back. */
export const deleteOrRestoreSeries = authorAction<typeof seriesDeletion, { undo: string | null }>(
  { permission: 'series:manage', input: seriesDeletion },
  async (asked, actor) => {
    const options = { personId: actor.id };
    return 'restore' in asked
      ? answerRestored(await restoreSeries(asked.restore, database(), options))
      : answerDeleted(await deleteSeries(asked.id, database(), options));
  },
);
