'use client';

import { Dialog, DialogClose } from '@/components/ui/dialog';
import { BulkSubmit } from '../bulk/bulk-bar';

type MediaBulkButtonsProps = {
  count: number;
  isBin: boolean;
  isPending: boolean;
  closeOn: unknown;
};

/** What can be done with the files that are ticked. */
export function MediaBulkButtons({ count, isBin, isPending, closeOn }: MediaBulkButtonsProps) {
  const these = count === 1 ? 'this file' : 'these files';
  return (
    <div className="button-row">
      {isBin && (
        <BulkSubmit value="restore" isPending={isPending}>
          Restore
        </BulkSubmit>
      )}
      <Dialog
        trigger={isBin ? 'Delete for good' : 'Move to the bin'}
        triggerVariant="danger"
        title={isBin ? `Delete ${these} for good?` : `Move ${these} to the bin?`}
        closeOn={closeOn}
      >
        <p>
          {isBin
            ? 'They and all that was made of them will be gone. This cannot be taken back.'
            : 'Posts that show them will have a gap until you restore them from the bin.'}
        </p>
        <div className="button-row">
          <BulkSubmit value={isBin ? 'delete' : 'bin'} isPending={isPending} variant="danger">
            {isBin ? 'Delete for good' : 'Move to the bin'}
          </BulkSubmit>
          <DialogClose />
        </div>
      </Dialog>
    </div>
  );
}
