'use client';

import {
  type ReactNode,
  startTransition,
  useActionState,
  useEffect,
  useRef,
  useState,
} from 'react';
import { type FormAction, idle } from '@/lib/actions';
import type { BulkAnswer } from '@/lib/posts/bulk-answers';
import { BulkBar } from './bulk-bar';
import { BulkNotice } from './bulk-notice';
import { listForm, rowForm } from './form-ids';
import type { ListGroup } from './list-groups';
import { PostTable } from './post-table';

type PostListProps = {
  groups: ListGroup[];
  isBin: boolean;
  hasAuthors: boolean;
  /** The filter as a query, for what is done to everything that it finds. */
  filter: string;
  /** Whether the list goes on after this page. */
  hasMore: boolean;
  action: FormAction<BulkAnswer>;
  /** What stands in place of a list without posts. */
  children: ReactNode;
};

/**
 * The list with what can be done in it. The rows stand outside of both forms and belong to them by
 * name: one for all that are ticked, one for the buttons of a single row.
 */
export function PostList(props: PostListProps) {
  const { groups, isBin, hasAuthors, filter, hasMore, action, children } = props;
  const [state, change, isPending] = useActionState(action, idle);
  const list = useRef<HTMLDivElement>(null);
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());

  useEffect(() => {
    if (state.status === 'ok') setTicked(new Set());
    // The button that was pressed may have gone with its row: the keyboard goes on from the answer.
    if (state.status !== 'idle' && document.activeElement === document.body) list.current?.focus();
  }, [state]);

  const submit = (event: React.SubmitEvent<HTMLFormElement>) => {
    // React would empty the form afterwards, also where nothing was done.
    event.preventDefault();
    const form = new FormData(event.currentTarget, event.nativeEvent.submitter);
    startTransition(() => change(form));
  };

  return (
    <div className="post-list" ref={list} tabIndex={-1}>
      <BulkNotice state={state} action={change} isPending={isPending} />
      {groups.length === 0 ? (
        children
      ) : (
        <PostTable
          groups={groups}
          hasAuthors={hasAuthors}
          ticked={ticked}
          onTick={(ids, isTicked) => {
            const next = new Set(ticked);
            for (const id of ids)
              if (isTicked) next.add(id);
              else next.delete(id);
            setTicked(next);
          }}
          isPending={isPending}
        />
      )}
      <form id={rowForm} action={change} onSubmit={submit} />
      <form id={listForm} className="bulk-bar" action={change} onSubmit={submit}>
        <BulkBar
          count={ticked.size}
          isBin={isBin}
          filter={filter}
          hasMore={hasMore}
          isPending={isPending}
          closeOn={state}
        />
      </form>
    </div>
  );
}
