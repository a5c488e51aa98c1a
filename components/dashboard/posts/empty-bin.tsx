'use client';

import { useActionState } from 'react';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { SubmitButton } from '@/components/ui/submit-button';
import { type FormAction, idle } from '@/lib/actions';
import type { BulkAnswer } from '@/lib/posts/bulk-answers';
import { ActionNotice } from '../action-notice';

type EmptyBinProps = { action: FormAction<BulkAnswer>; isEmpty: boolean };

/** Deletes for good what is in the bin, after a question. */
export function EmptyBin({ action, isEmpty }: EmptyBinProps) {
  const [state, formAction] = useActionState(action, idle);
  return (
    <form action={formAction} className="empty-bin">
      <ActionNotice state={state} />
      {!isEmpty && (
        <Dialog
          trigger="Empty the bin"
          triggerVariant="danger"
          title="Delete everything in the bin for good?"
          closeOn={state}
        >
          <p>
            Every post in the bin will be gone with all its versions. This cannot be taken back.
          </p>
          <div className="button-row">
            <SubmitButton variant="danger" name="change" value="empty-bin" pendingLabel="Deleting…">
              Delete everything for good
            </SubmitButton>
            <DialogClose />
          </div>
        </Dialog>
      )}
    </form>
  );
}
