'use client';

import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { ActionState } from '@/lib/actions';
import { dashboardUrls } from '@/lib/dashboard-urls';
import type { BulkAnswer } from '@/lib/posts/bulk-answers';

type State = ActionState<BulkAnswer>;

type BulkNoticeProps = {
  state: State;
  action: (form: FormData) => void;
  isPending: boolean;
};

/** What was done, what was not and why, and how to take it back. */
export function BulkNotice({ state, action, isPending }: BulkNoticeProps) {
  return (
    <div aria-live="polite" className="action-notice">
      {state.status !== 'idle' && (
        <Notice kind={kindOf(state)}>
          <p>{state.message}</p>
          {state.status === 'ok' && <Particulars answer={state.data} />}
          {state.status === 'ok' && state.data.undo !== null && (
            <form action={action}>
              <input type="hidden" name="undo" value={state.data.undo} />
              <Button type="submit" aria-disabled={isPending}>
                Undo
              </Button>
            </form>
          )}
        </Notice>
      )}
    </div>
  );
}

function kindOf(state: State) {
  if (state.status !== 'ok') return 'error';
  const { skipped, missed } = state.data;
  return skipped.length + missed.length > 0 ? 'warning' : 'done';
}

function Particulars({ answer: { live, skipped, missed } }: { answer: BulkAnswer }) {
  return (
    <>
      {live.length > 0 && (
        <ul>
          {live.map(({ title, path }) => (
            <li key={path}>
              <a href={path}>{title}</a>
            </li>
          ))}
        </ul>
      )}
      {missed.length > 0 && (
        <ul>
          {missed.map(({ id, title }) => (
            <li key={id}>
              <a href={dashboardUrls.post(id)}>{title}</a> was scheduled for a time that has passed:
              it is a draft until you publish or schedule it
            </li>
          ))}
        </ul>
      )}
      {skipped.length > 0 && (
        <ul>
          {skipped.map(({ id, title, reason }) => (
            <li key={id}>
              <a href={dashboardUrls.post(id)}>{title}</a> {reason}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
