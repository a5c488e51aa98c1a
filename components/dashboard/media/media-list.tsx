'use client';

import {
  type ReactNode,
  startTransition,
  useActionState,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { ActionNotice } from '@/components/dashboard/action-notice';
import { type FormAction, idle } from '@/lib/actions';
import type { MediaView } from '@/lib/media/filter';
import { MediaBar } from './media-bar';
import { MediaGrid } from './media-grid';
import { MediaTable } from './media-table';
import type { MediaTile } from './media-tile';

type MediaListProps = {
  tiles: MediaTile[];
  view: MediaView;
  isBin: boolean;
  action: FormAction;
  /** What stands in place of a list without files. */
  children: ReactNode;
};

/** Files with what can be done to several at a time. The boxes belong to the form below by name. */
export function MediaList({ tiles, view, isBin, action, children }: MediaListProps) {
  const form = useId();
  const list = useRef<HTMLDivElement>(null);
  const [state, change, isPending] = useActionState(action, idle);
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  useEffect(() => {
    if (state.status === 'ok') setTicked(new Set());
    // The button that was pressed may have gone: the keyboard goes on from the answer.
    if (state.status !== 'idle' && document.activeElement === document.body) list.current?.focus();
  }, [state]);
  const submit = (event: React.SubmitEvent<HTMLFormElement>) => {
    // React would empty the form afterwards, also where nothing was done.
    event.preventDefault();
    const sent = new FormData(event.currentTarget, event.nativeEvent.submitter);
    startTransition(() => change(sent));
  };
  const onTick = (ids: number[], isTicked: boolean) => {
    const next = new Set(ticked);
    for (const id of ids)
      if (isTicked) next.add(id);
      else next.delete(id);
    setTicked(next);
  };
  const shown = { tiles, ticked, onTick, form };
  return (
    <div className="media-list" ref={list} tabIndex={-1}>
      <ActionNotice state={state} />
      {tiles.length === 0 && children}
      {tiles.length > 0 && (view === 'list' ? <MediaTable {...shown} /> : <MediaGrid {...shown} />)}
      <form id={form} className="bulk-bar" action={change} onSubmit={submit}>
        <MediaBar count={ticked.size} isBin={isBin} isPending={isPending} closeOn={state} />
      </form>
    </div>
  );
}
