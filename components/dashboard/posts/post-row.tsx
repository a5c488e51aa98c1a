'use client';

import Link from 'next/link';
import { listForm, rowForm } from './form-ids';
import type { ListRow, Moment } from './list-row';

type PostRowProps = {
  row: ListRow;
  hasAuthors: boolean;
  isTicked: boolean;
  onTick: (isTicked: boolean) => void;
};

export function PostRow({ row, hasAuthors, isTicked, onTick }: PostRowProps) {
  const titleId = `post-${row.id}`;
  return (
    <tr data-list-row={row.id} className={isTicked ? 'is-ticked' : undefined}>
      <td className="tick">
        {row.canDelete && (
          <input
            type="checkbox"
            name="post"
            value={row.id}
            form={listForm}
            aria-labelledby={titleId}
            checked={isTicked}
            onChange={({ target }) => onTick(target.checked)}
          />
        )}
      </td>
      <th scope="row" className="post-cell">
        <TitleLink row={row} id={titleId} />
        {row.excerpt && <p className="row-excerpt">{row.excerpt}</p>}
        <p className="row-meta">
          {row.kind}
          {row.tags.length > 0 && (
            <span className="row-tags">
              {row.tags.map(({ name, href }, index) => (
                <span key={href}>
                  {index > 0 && ', '}
                  <Link href={href} prefetch={false}>
                    {name}
                  </Link>
                </span>
              ))}
            </span>
          )}
          <span className="row-folded">
            <State row={row} />
            {hasAuthors && row.author && <span>{row.author}</span>}
          </span>
        </p>
      </th>
      <td className="row-state">
        <State row={row} />
      </td>
      {hasAuthors && <td className="row-author">{row.author}</td>}
      <td className="row-changed">
        <Time moment={row.changedAt} />
      </td>
      <td className="row-actions">
        <RowActions row={row} />
      </td>
    </tr>
  );
}

/** To where it is edited; of others' posts to where it is read. */
function TitleLink({ row, id }: { row: ListRow; id: string }) {
  const href = row.editHref ?? row.viewHref;
  const className = row.isUntitled ? 'row-title is-untitled' : 'row-title';
  if (href === null)
    return (
      <span id={id} className={className} tabIndex={-1} data-row-link>
        {row.title}
      </span>
    );
  return row.editHref === null ? (
    <a id={id} href={href} className={className} data-row-link>
      {row.title}
    </a>
  ) : (
    <Link id={id} href={href} prefetch={false} className={className} data-row-link data-row-edit>
      {row.title}
    </Link>
  );
}

function State({ row }: { row: ListRow }) {
  return (
    <>
      <span className={`state is-${row.state}`}>{row.stateLabel}</span>
      {row.hasChanges && <span className="state is-changed">Unpublished changes</span>}
      {row.at && (
        <span className="row-at">
          <Time moment={row.at} />
          {row.countdown && ` (${row.countdown})`}
        </span>
      )}
    </>
  );
}

function Time({ moment }: { moment: Moment }) {
  return <time dateTime={moment.dateTime}>{moment.text}</time>;
}

function RowActions({ row }: { row: ListRow }) {
  const { id, title, state, editHref, viewHref, canDelete } = row;
  const button = state === 'binned' ? 'restore' : 'bin';
  return (
    <ul>
      {editHref && (
        <li>
          <Link href={editHref} prefetch={false} aria-label={`Edit ${title}`}>
            Edit
          </Link>
        </li>
      )}
      {viewHref && (
        <li>
          <a href={viewHref} data-row-view aria-label={`View ${title}`}>
            View
          </a>
        </li>
      )}
      {canDelete && (
        <li>
          <button
            type="submit"
            form={rowForm}
            name="change"
            value={`${button}:${id}`}
            aria-label={button === 'bin' ? `Move ${title} to the bin` : `Restore ${title}`}
          >
            {button === 'bin' ? 'Bin' : 'Restore'}
          </button>
        </li>
      )}
    </ul>
  );
}
