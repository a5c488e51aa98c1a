'use client';

import { useActionState } from 'react';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { idle } from '@/lib/actions';
import { undo } from '@/lib/tags/actions';
import { ActionNotice } from '../action-notice';

type UndoOfferProps = {
  /** What was done. */
  message: string;
  /** The records of it; without any there is nothing to take back. */
  changes: number[];
};

/** Says what was done to tags, with a button that takes it back. */
export function UndoOffer({ message, changes }: UndoOfferProps) {
  const [state, formAction] = useActionState(undo, idle);
  return (
    <form action={formAction} className="undo-offer">
      {state.status !== 'ok' && (
        <Notice>
          <p>{message}</p>
          {changes.length > 0 && (
            <>
              <input type="hidden" name="changes" value={changes.join()} />
              <SubmitButton variant="plain" pendingLabel="Undoing…">
                Undo
              </SubmitButton>
            </>
          )}
        </Notice>
      )}
      <ActionNotice state={state} />
    </form>
  );
}
