'use client';

import { type ReactNode, useId } from 'react';
import { ActionNotice } from '@/components/dashboard/action-notice';
import type { FormAction } from '@/lib/actions';
import type { MediaView } from '@/lib/media/filter';
import { BulkBar } from '../bulk/bulk-bar';
import { useBulkChange } from '../bulk/use-bulk-change';
import { MediaBulkButtons } from './media-bulk-buttons';
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
  const bulk = useBulkChange(action);
  const { state, ticked, onTick, isPending } = bulk;
  const shown = { tiles, ticked, onTick, form };
  return (
    <div className="media-list" ref={bulk.list} tabIndex={-1}>
      <ActionNotice state={state} />
      {tiles.length === 0 && children}
      {tiles.length > 0 && (view === 'list' ? <MediaTable {...shown} /> : <MediaGrid {...shown} />)}
      <BulkBar id={form} bulk={bulk}>
        <MediaBulkButtons count={ticked.size} isBin={isBin} isPending={isPending} closeOn={state} />
      </BulkBar>
    </div>
  );
}
