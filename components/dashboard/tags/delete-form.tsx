'use client';

import { useActionState } from 'react';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { SubmitButton } from '@/components/ui/submit-button';
import { idle } from '@/lib/actions';
import { remove } from '@/lib/tags/actions';
import { countOfPosts } from '@/lib/tags/sentences';
import { ActionNotice } from '../action-notice';

type DeleteFormProps = {
  id: number;
  name: string;
  /** How many posts have it, whatever their state. */
  posts: number;
};

/** Deletes a tag: at once where no post has it, else after a question. */
export function DeleteForm({ id, name, posts }: DeleteFormProps) {
  const [state, formAction] = useActionState(remove, idle);
  const form = (
    <form action={formAction}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="posts" value={posts} />
      <ActionNotice state={state} />
      <p className="button-row">
        <SubmitButton variant="danger" pendingLabel="Deleting…">
          {posts === 0 ? 'Delete tag' : `Delete and take from ${countOfPosts(posts)}`}
        </SubmitButton>
        {posts > 0 && <DialogClose />}
      </p>
    </form>
  );
  if (posts === 0) return form;
  return (
    <Dialog trigger="Delete tag…" triggerVariant="danger" title={`Delete “${name}”?`}>
      <p>
        {countOfPosts(posts)} {posts === 1 ? 'loses' : 'lose'} this tag, and its address leads
        nowhere from then on. The posts themselves stay. You can take it back in the history of
        tags.
      </p>
      {form}
    </Dialog>
  );
}
