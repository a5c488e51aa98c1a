'use client';

import { useActionState } from 'react';
import { ActionNotice } from '@/components/dashboard/action-notice';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { SubmitButton } from '@/components/ui/submit-button';
import { type FormAction, idle } from '@/lib/actions';

type RemoveFileProps = {
  id: number;
  isBinned: boolean;
  /** How many things refer to it. */
  uses: number;
  actions: { bin: FormAction; restore: FormAction; deleteForGood: FormAction };
};

/** Into the bin, out of it, and away for good. */
export function RemoveFile({ id, isBinned, uses, actions }: RemoveFileProps) {
  const [binned, bin] = useActionState(actions.bin, idle);
  const [restored, restore] = useActionState(actions.restore, idle);
  const [deleted, deleteForGood] = useActionState(actions.deleteForGood, idle);
  const file = <input type="hidden" name="mediaId" value={id} />;
  if (!isBinned)
    return (
      <section className="remove-file">
        <h2>Delete it</h2>
        <ActionNotice state={restored} />
        <ActionNotice state={binned} />
        <Dialog
          trigger="Move to the bin"
          triggerVariant="danger"
          title="Move this file to the bin?"
          closeOn={binned}
        >
          <p>{warningOf(uses)}</p>
          <form action={bin} className="button-row">
            {file}
            <SubmitButton variant="danger" pendingLabel="One moment…">
              Move to the bin
            </SubmitButton>
            <DialogClose />
          </form>
        </Dialog>
      </section>
    );
  return (
    <section className="remove-file">
      <h2>In the bin</h2>
      <ActionNotice state={binned} />
      <ActionNotice state={deleted} />
      <div className="button-row">
        <form action={restore}>
          {file}
          <SubmitButton pendingLabel="Restoring…">Restore</SubmitButton>
        </form>
        <Dialog
          trigger="Delete for good"
          triggerVariant="danger"
          title="Delete this file for good?"
          closeOn={deleted}
        >
          <p>It and all that was made of it will be gone. This cannot be taken back.</p>
          <form action={deleteForGood} className="button-row">
            {file}
            <SubmitButton variant="danger" pendingLabel="Deleting…">
              Delete for good
            </SubmitButton>
            <DialogClose />
          </form>
        </Dialog>
      </div>
    </section>
  );
}

function warningOf(uses: number): string {
  if (uses === 0) return 'Nothing refers to it. It can be restored from the bin.';
  const things = uses === 1 ? '1 place refers to it' : `${uses} places refer to it`;
  return `${things} and will have a gap. It can be restored from the bin.`;
}
