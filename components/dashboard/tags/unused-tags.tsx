'use client';

import { type ReactNode, useActionState } from 'react';
import { SubmitButton } from '@/components/ui/submit-button';
import { idle } from '@/lib/actions';
import { removeUnused } from '@/lib/tags/actions';
import { countOfTags } from '@/lib/tags/sentences';
import { Outcome } from './outcome';

type UnusedTagsProps = {
  /** How many there are on all pages; null while a filter hides some. */
  total: number | null;
  /** The table in which they are ticked; what has been done is told without it too. */
  children: ReactNode | null;
};

/** Deletes tags that no post has; nothing is lost by it, so nothing is asked. */
export function UnusedTags({ total, children }: UnusedTagsProps) {
  const [state, formAction] = useActionState(removeUnused, idle);
  return (
    <>
      <Outcome state={state} />
      {children && (
        <form action={formAction} className="tag-list">
          {children}
          <p className="is-sticky">
            <SubmitButton variant="plain" name="which" value="ticked" pendingLabel="Deleting…">
              Delete ticked
            </SubmitButton>
          </p>
          {total !== null && (
            <SubmitButton variant="danger" name="which" value="all" pendingLabel="Deleting…">
              {`Delete all ${countOfTags(total)}`}
            </SubmitButton>
          )}
        </form>
      )}
    </>
  );
}
