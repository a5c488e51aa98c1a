'use client';

import { startTransition, useActionState, useEffect, useRef, useState } from 'react';
import { type ActionState, type FormAction, idle } from '@/lib/actions';

/** A list in which several rows are ticked, and what is done to them. */
export type BulkChange<Data> = {
  state: ActionState<Data>;
  isPending: boolean;
  /** The action of a form that works before scripts, and its handler afterwards. */
  change: (form: FormData) => void;
  submit: (event: React.SubmitEvent<HTMLFormElement>) => void;
  ticked: ReadonlySet<number>;
  onTick: (ids: readonly number[], isTicked: boolean) => void;
  /** Stands around the list and can have the focus. */
  list: React.RefObject<HTMLDivElement | null>;
};

/** Ticks rows and sends what is to be done to them; what was done leaves none ticked. */
export function useBulkChange<Data>(action: FormAction<Data>): BulkChange<Data> {
  const [state, change, isPending] = useActionState(action, idle);
  const list = useRef<HTMLDivElement>(null);
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  useEffect(() => {
    if (state.status === 'ok') setTicked(new Set());
    // The button that was pressed may have gone: the keyboard goes on from the answer.
    if (state.status !== 'idle' && document.activeElement === document.body) list.current?.focus();
  }, [state]);
  const submit = (event: React.SubmitEvent<HTMLFormElement>) => {
    // React would empty the form afterwards, also where nothing was done.
    event.preventDefault();
    const form = new FormData(event.currentTarget, event.nativeEvent.submitter);
    startTransition(() => change(form));
  };
  const onTick = (ids: readonly number[], isTicked: boolean) => {
    const next = new Set(ticked);
    for (const id of ids)
      if (isTicked) next.add(id);
      else next.delete(id);
    setTicked(next);
  };
  return { state, isPending, change, submit, ticked, onTick, list };
}
