'use client';

import { type RefObject, useEffect, useRef } from 'react';
import type { ActionState } from '@/lib/actions';

/** For a form whose button goes when it has done its work: the form gets the focus then. */
export function useFocusAfter(state: ActionState<unknown>): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (state.status === 'ok') form.current?.focus();
  }, [state]);
  return form;
}
