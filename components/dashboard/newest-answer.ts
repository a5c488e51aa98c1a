// Several forms of a page answer one after the other: which answer is the last?
'use client';

import { useLayoutEffect, useSyncExternalStore } from 'react';
import type { ActionState } from '@/lib/actions';

type Answer = ActionState<unknown>;

const numbers = new WeakMap<Answer, number>();
let last = 0;
const listeners = new Set<() => void>();

function note(answer: Answer): void {
  if (answer.status === 'idle' || numbers.has(answer)) return;
  numbers.set(answer, ++last);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether another form has answered since this answer came. */
export function useIsPast(answer: Answer): boolean {
  // Before anything is painted: two answers are never seen beside each other.
  useLayoutEffect(() => note(answer), [answer]);
  const isPast = () => (numbers.get(answer) ?? last) < last;
  return useSyncExternalStore(subscribe, isPast, () => false);
}
