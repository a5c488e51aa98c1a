// What actions on redirects answer.
import type { ActionState, FormValues } from '../actions';
import { formatSource, type RedirectInput, type Refusal } from './input';
import type { PasteReport } from './paste';
import type { SavedRedirect } from './write';

const gone = { status: 'error', message: 'This redirect is not there any more.' } as const;

export const refusedForm = ({ field, message }: Refusal, values: FormValues): ActionState => ({
  status: 'invalid',
  message: 'Nothing is saved yet.',
  fields: { [field]: message },
  values,
});

const arrow = (row: RedirectInput) => `${formatSource(row)} → ${row.target}`;

/** What of a chain was shortened, in a sentence. */
function shortened(asked: string, { row, followers }: { row: RedirectInput; followers: number }) {
  const ownChain = row.target === asked ? '' : ' That is where the chain ends.';
  if (followers === 0) return ownChain;
  const others =
    followers === 1
      ? 'Another that led there now leads'
      : `${followers} others that led there now lead`;
  return `${ownChain} ${others} straight on.`;
}

export function answerSaved(
  saved: SavedRedirect,
  asked: RedirectInput,
  values: FormValues,
): ActionState {
  switch (saved.status) {
    case 'saved':
      return {
        status: 'ok',
        message: `Saved: ${arrow(saved.row)}.${shortened(asked.target, saved)}`,
        data: null,
      };
    case 'unchanged':
      return { status: 'ok', message: `It is there already: ${arrow(saved.row)}.`, data: null };
    case 'missing':
      return gone;
    case 'refused':
      return refusedForm(saved, values);
  }
}

type Undoable = ActionState<{ undo: RedirectInput | null }>;

export function answerDeleted(row: RedirectInput | null): Undoable {
  if (row === null) return gone;
  return { status: 'ok', message: `Deleted: ${arrow(row)}.`, data: { undo: row } };
}

export function answerRestored(saved: SavedRedirect): Undoable {
  if (saved.status === 'missing') return gone;
  if (saved.status === 'refused') return { status: 'error', message: saved.message };
  return { status: 'ok', message: `It is back: ${arrow(saved.row)}.`, data: { undo: null } };
}

export function answerPasted(report: PasteReport): ActionState<PasteReport> {
  const { saved, unchanged, problems } = report;
  const parts = [
    saved > 0 ? `${saved} saved` : '',
    unchanged > 0 ? `${unchanged} there already` : '',
    problems.length > 0 ? `${problems.length} not taken` : '',
  ].filter(Boolean);
  if (parts.length === 0) return { status: 'error', message: 'There is no line to be saved.' };
  return { status: 'ok', message: `${parts.join(', ')}.`, data: report };
}
