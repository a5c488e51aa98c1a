'use client';

import { useActionState } from 'react';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { idle } from '@/lib/actions';
import { undo } from '@/lib/tags/actions';
import { takenBack } from '@/lib/tags/sentences';
import { ActionNotice } from '../action-notice';
import { useFocusAfter } from './use-focus-after';

type UndoOfferProps = {
  /** What was done. */
  message: string;
  /** The records of it; without any there is nothing to take back. */
  changes: number[];
  isUndone?: boolean;
};

/** Says what was done to tags, with a button that takes it back. */
export function UndoOffer({ message, changes, isUndone = false }: UndoOfferProps) {
  const [state, formAction] = useActionState(undo, idle);
  const form = useFocusAfter(state);
  const isBack = state.status === 'ok';
  return (
    <form action={formAction} ref={form} tabIndex={-1} className="undo-offer">
      <Notice>
        <p>{isBack || isUndone ? takenBack : message}</p>
        {!isBack && !isUndone && changes.length > 0 && (
          <>
            <input type="hidden" name="changes" value={changes.join()} />
            <SubmitButton variant="plain" pendingLabel="Undoing…">
              Undo
            </SubmitButton>
          </>
        )}
      </Notice>
      {!isBack && <ActionNotice state={state} />}
    </form>
  );
}
