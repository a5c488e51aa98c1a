'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import type { ActionState } from '@/lib/actions';
import { Notice } from '../ui/notice';
import { useIsPast } from './newest-answer';

type ActionNoticeProps = {
  state: ActionState<unknown>;
  /** What may follow, such as a button that takes it back. */
  children?: ReactNode;
};

/**
 * Says what an action answered. It is always on the page, so that readers of screens hear of a
 * change; after a refusal it leads the keyboard to the first field that needs another look. Good
 * news that offers nothing more goes when another form of the page answers.
 */
export function ActionNotice({ state, children }: ActionNoticeProps) {
  const place = useRef<HTMLDivElement>(null);
  const isOver = useIsPast(state) && state.status === 'ok' && !children;
  useEffect(() => {
    if (state.status !== 'invalid') return;
    const form = place.current?.closest('form');
    form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [state]);
  return (
    <div ref={place} aria-live="polite" className="action-notice">
      {state.status !== 'idle' && !isOver && (
        <Notice kind={state.status === 'ok' ? 'done' : 'error'}>
          <p>{state.message}</p>
          {children}
        </Notice>
      )}
    </div>
  );
}
