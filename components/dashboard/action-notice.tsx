'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import type { ActionState } from '@/lib/actions';
import { Notice } from '../ui/notice';

type ActionNoticeProps = {
  state: ActionState<unknown>;
  /** What may follow, such as a button that takes it back. */
  children?: ReactNode;
};

/**
 * Says what an action answered. It is always on the page, so that readers of screens hear of a
 * change; after a refusal it leads the keyboard to the first field that needs another look.
 */
export function ActionNotice({ state, children }: ActionNoticeProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.status !== 'invalid') return;
    const form = place.current?.closest('form');
    form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [state]);
  return (
    <div ref={place} aria-live="polite" className="action-notice">
      {state.status !== 'idle' && (
        <Notice kind={state.status === 'ok' ? 'done' : 'error'}>
          <p>{state.message}</p>
          {children}
        </Notice>
      )}
    </div>
  );
}
