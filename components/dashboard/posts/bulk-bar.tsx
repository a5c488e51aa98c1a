'use client';

import { useId } from 'react';
import { Button, type ButtonVariant } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';

type BulkBarProps = {
  count: number;
  isBin: boolean;
  filter: string;
  hasMore: boolean;
  isPending: boolean;
  closeOn: unknown;
};

/** What can be done with the posts that are ticked. Shown while any is: the style sheet sees to it. */
export function BulkBar({ count, isBin, filter, hasMore, isPending, closeOn }: BulkBarProps) {
  return (
    <>
      <p className="bulk-count" role="status">
        {count > 0 && `${count} chosen`}
      </p>
      {isBin ? (
        <BinButtons count={count} isPending={isPending} closeOn={closeOn} />
      ) : (
        <>
          <TagFields filter={filter} hasMore={hasMore} isPending={isPending} />
          <div className="button-row">
            <Submit value="publish" isPending={isPending}>
              Publish
            </Submit>
            <Submit value="unpublish" isPending={isPending}>
              Unpublish
            </Submit>
            <Submit value="bin" isPending={isPending} variant="danger">
              Move to bin
            </Submit>
          </div>
        </>
      )}
    </>
  );
}

type TagFieldsProps = { filter: string; hasMore: boolean; isPending: boolean };

/** The first button of the form: Enter in the field of tags adds them and does nothing else. */
function TagFields({ filter, hasMore, isPending }: TagFieldsProps) {
  const id = useId();
  return (
    <div className="bulk-tags">
      <label htmlFor={id} className="visually-hidden">
        Tags, with commas between them
      </label>
      <input id={id} name="tags" placeholder="Tags, with commas" autoComplete="off" />
      <Submit value="add-tags" isPending={isPending}>
        Add tags
      </Submit>
      <Submit value="remove-tags" isPending={isPending}>
        Remove tags
      </Submit>
      {hasMore && (
        <span className="check-field">
          <input type="checkbox" name="everything" value="yes" id={`${id}-all`} />
          <label htmlFor={`${id}-all`}>tag the whole list, all pages</label>
          <input type="hidden" name="filter" value={filter} />
        </span>
      )}
    </div>
  );
}

type BinButtonsProps = { count: number; isPending: boolean; closeOn: unknown };

function BinButtons({ count, isPending, closeOn }: BinButtonsProps) {
  return (
    <div className="button-row">
      <Submit value="restore" isPending={isPending}>
        Restore
      </Submit>
      <Dialog
        trigger="Delete for good"
        triggerVariant="danger"
        title={`Delete ${count === 1 ? 'this post' : 'these posts'} for good?`}
        closeOn={closeOn}
      >
        <p>Their text and all their versions will be gone. This cannot be taken back.</p>
        <div className="button-row">
          <Submit value="delete" isPending={isPending} variant="danger">
            Delete for good
          </Submit>
          <DialogClose />
        </div>
      </Dialog>
    </div>
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
