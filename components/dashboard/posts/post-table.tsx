'use client';

import Link from 'next/link';
import { useIsLive } from '../../ui/use-is-live';
import type { ListGroup } from './list-groups';
import { PostRow } from './post-row';

type PostTableProps = {
  groups: ListGroup[];
  hasAuthors: boolean;
  ticked: ReadonlySet<number>;
  onTick: (ids: number[], isTicked: boolean) => void;
  isPending: boolean;
};

/** The posts of a page. On a phone the columns fold into a line under the title. */
export function PostTable({ groups, hasAuthors, ticked, onTick, isPending }: PostTableProps) {
  const isLive = useIsLive();
  const columns = hasAuthors ? 6 : 5;
  const all = groups.flatMap(({ rows }) => rows.filter((row) => row.canDelete).map(({ id }) => id));
  return (
    <table className="post-table" aria-busy={isPending}>
      <caption className="visually-hidden">Posts</caption>
      <thead>
        <tr>
          <td className="tick">
            <input
              type="checkbox"
              className="tick-all"
              aria-label="All on this page"
              // Without script it would tick nothing but itself.
              disabled={!isLive}
              checked={all.length > 0 && all.every((id) => ticked.has(id))}
              onChange={({ target }) => onTick(all, target.checked)}
            />
          </td>
          <th scope="col">Post</th>
          <th scope="col" className="row-state">
            State
          </th>
          {hasAuthors && (
            <th scope="col" className="row-author">
              Author
            </th>
          )}
          <th scope="col" className="row-changed">
            Changed
          </th>
          <td className="row-actions" />
        </tr>
      </thead>
      {groups.map(({ heading, rows, moreHref }) => (
        <tbody key={heading}>
          {heading && (
            <tr className="group-row">
              <th colSpan={columns} scope="rowgroup">
                {heading}
                {moreHref && (
                  <Link href={moreHref} prefetch={false}>
                    Show all
                  </Link>
                )}
              </th>
            </tr>
          )}
          {rows.map((row) => (
            <PostRow
              key={row.id}
              row={row}
              hasAuthors={hasAuthors}
              isTicked={ticked.has(row.id)}
              onTick={(isTicked) => onTick([row.id], isTicked)}
            />
          ))}
        </tbody>
      ))}
    </table>
  );
}
