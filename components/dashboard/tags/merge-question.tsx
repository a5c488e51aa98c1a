'use client';

import { useActionState } from 'react';
import { ButtonLink } from '@/components/ui/button';
import { SubmitButton } from '@/components/ui/submit-button';
import { idle } from '@/lib/actions';
import { dashboardUrls } from '@/lib/dashboard-urls';
import type { TagRef } from '@/lib/posts/types';
import { merge } from '@/lib/tags/actions';
import { ActionNotice } from '../action-notice';

type MergeQuestionProps = { from: TagRef[]; into: TagRef };

/** The last word before tags are merged. */
export function MergeQuestion({ from, into }: MergeQuestionProps) {
  const [state, formAction] = useActionState(merge, idle);
  const [only] = from.length === 1 ? from : [];
  return (
    <form action={formAction}>
      <ActionNotice state={state} />
      <input type="hidden" name="from" value={from.map(({ id }) => id).join()} />
      <input type="hidden" name="into" value={into.id} />
      <p className="button-row">
        <SubmitButton pendingLabel="Merging…">
          {`Merge ${only ? `“${only.name}”` : `${from.length} tags`} into “${into.name}”`}
        </SubmitButton>
        {only && (
          <ButtonLink href={dashboardUrls.mergeTags({ from: [into.id], into: only.slug })}>
            The other way round
          </ButtonLink>
        )}
        <ButtonLink href={dashboardUrls.tags()}>Cancel</ButtonLink>
      </p>
    </form>
  );
}
