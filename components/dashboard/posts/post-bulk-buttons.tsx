'use client';

import { useId } from 'react';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { BulkSubmit } from '../bulk/bulk-bar';

type PostBulkButtonsProps = {
  count: number;
  isBin: boolean;
  filter: string;
  hasMore: boolean;
  isPending: boolean;
  closeOn: unknown;
};

/** What can be done with the posts that are ticked. */
export function PostBulkButtons(props: PostBulkButtonsProps) {
  const { count, isBin, filter, hasMore, isPending, closeOn } = props;
  if (isBin) return <BinButtons count={count} isPending={isPending} closeOn={closeOn} />;
  return (
    <>
      <TagFields filter={filter} hasMore={hasMore} isPending={isPending} />
      <div className="button-row">
        <BulkSubmit value="publish" isPending={isPending}>
          Publish
        </BulkSubmit>
        <BulkSubmit value="unpublish" isPending={isPending}>
          Unpublish
        </BulkSubmit>
        <BulkSubmit value="bin" isPending={isPending} variant="danger">
          Move to bin
        </BulkSubmit>
      </div>
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
      <BulkSubmit value="add-tags" isPending={isPending}>
        Add tags
      </BulkSubmit>
      <BulkSubmit value="remove-tags" isPending={isPending}>
        Remove tags
      </BulkSubmit>
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
      <BulkSubmit value="restore" isPending={isPending}>
        Restore
      </BulkSubmit>
      <Dialog
        trigger="Delete for good"
        triggerVariant="danger"
        title={`Delete ${count === 1 ? 'this post' : 'these posts'} for good?`}
        closeOn={closeOn}
      >
        <p>Their text and all their versions will be gone. This cannot be taken back.</p>
        <div className="button-row">
          <BulkSubmit value="delete" isPending={isPending} variant="danger">
            Delete for good
          </BulkSubmit>
          <DialogClose />
        </div>
      </Dialog>
    </div>
  );
}
