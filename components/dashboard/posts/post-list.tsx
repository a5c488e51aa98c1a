'use client';

import type { ReactNode } from 'react';
import type { FormAction } from '@/lib/actions';
import type { BulkAnswer } from '@/lib/posts/bulk-answers';
import { BulkBar } from '../bulk/bulk-bar';
import { useBulkChange } from '../bulk/use-bulk-change';
import { BulkNotice } from './bulk-notice';
import { listForm, rowForm } from './form-ids';
import type { ListGroup } from './list-groups';
import { PostBulkButtons } from './post-bulk-buttons';
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
  const bulk = useBulkChange(action);
  const { state, change, submit, ticked, onTick, isPending } = bulk;
  return (
    <div className="post-list" ref={bulk.list} tabIndex={-1}>
      <BulkNotice state={state} action={change} isPending={isPending} />
      {groups.length === 0 ? (
        children
      ) : (
        <PostTable
          groups={groups}
          hasAuthors={hasAuthors}
          ticked={ticked}
          onTick={onTick}
          isPending={isPending}
        />
      )}
      <form id={rowForm} action={change} onSubmit={submit} />
      <BulkBar id={listForm} bulk={bulk}>
        <PostBulkButtons
          count={ticked.size}
          isBin={isBin}
          filter={filter}
          hasMore={hasMore}
          isPending={isPending}
          closeOn={state}
        />
      </BulkBar>
    </div>
  );
}
