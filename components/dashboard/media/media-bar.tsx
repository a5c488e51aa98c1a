'use client';

import { Button, type ButtonVariant } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';

type MediaBarProps = { count: number; isBin: boolean; isPending: boolean; closeOn: unknown };

/** What can be done with the files that are ticked. Shown while any is: the style sheet sees to it. */
export function MediaBar({ count, isBin, isPending, closeOn }: MediaBarProps) {
  const these = count === 1 ? 'this file' : 'these files';
  return (
    <>
      <p className="bulk-count" role="status">
        {count > 0 && `${count} chosen`}
      </p>
      <div className="button-row">
        {isBin && (
          <Submit value="restore" isPending={isPending}>
            Restore
          </Submit>
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
            <Submit value={isBin ? 'delete' : 'bin'} isPending={isPending} variant="danger">
              {isBin ? 'Delete for good' : 'Move to the bin'}
            </Submit>
            <DialogClose />
          </div>
        </Dialog>
      </div>
    </>
  );
}

type SubmitProps = { value: string; isPending: boolean; variant?: ButtonVariant; children: string };

/** Stays focusable on the way, for a disabled button would drop the focus. */
function Submit({ value, isPending, variant, children }: SubmitProps) {
  return (
    <Button
      type="submit"
      name="change"
      value={value}
      variant={variant}
      aria-disabled={isPending}
      onClick={(event) => isPending && event.preventDefault()}
    >
      {children}
    </Button>
  );
}
