'use client';

import type { ActionState } from '@/lib/actions';
import { ActionNotice } from '../action-notice';
import { UndoOffer } from './undo-offer';

/** What a change of a tag came to; outside of its form, for it has a form of its own. */
export function Outcome({ state }: { state: ActionState<{ changes: number[] }> }) {
  if (state.status !== 'ok') return <ActionNotice state={state} />;
  const { changes } = state.data;
  return <UndoOffer key={changes.join()} message={state.message} changes={changes} />;
}
