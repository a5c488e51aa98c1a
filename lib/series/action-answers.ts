// What actions on series answer.
import type { ActionState } from '../actions';
import { urls } from '../urls';
import type { DeletedSeries, SeriesFields } from './input';
import type { SavedSeries } from './write';

export const gone = { status: 'error', message: 'This series is not there any more.' } as const;

export function answerSaved(saved: SavedSeries, values: SeriesFields): ActionState {
  switch (saved.status) {
    case 'saved':
      return { status: 'ok', message: `Saved. It is at ${urls.series(saved.slug)}`, data: null };
    case 'taken':
      return {
        status: 'invalid',
        message: 'This address is taken.',
        fields: { slug: `The series “${saved.by}” has this address.` },
        values,
      };
    case 'missing':
      return gone;
  }
}

type Undoable = ActionState<{ undo: string | null }>;

export function answerDeleted(deleted: DeletedSeries | null): Undoable {
  if (deleted === null) return gone;
  const { title, postIds } = deleted;
  const posts = postIds.length === 1 ? 'Its post stays.' : `Its ${postIds.length} posts stay.`;
  return {
    status: 'ok',
    message: `“${title}” is deleted. ${postIds.length === 0 ? '' : posts}`.trim(),
    data: { undo: JSON.stringify(deleted) },
  };
}

export function answerRestored(saved: SavedSeries): Undoable {
  if (saved.status === 'saved')
    return { status: 'ok', message: 'It is back.', data: { undo: null } };
  return {
    status: 'error',
    message:
      saved.status === 'taken'
        ? `“${saved.by}” has its address by now. Give that one another first.`
        : gone.message,
  };
}
