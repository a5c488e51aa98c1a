import Link from 'next/link';
import { type ReactNode, useId } from 'react';
import type { ListRow } from '../posts/list-row';

type PostLinksProps = {
  heading: string;
  rows: ListRow[];
  /** Where the rest is. */
  moreHref: string;
  /** What stands there while there are none. */
  children: ReactNode;
};

/** A few posts to go on with. */
export function PostLinks({ heading, rows, moreHref, children }: PostLinksProps) {
  const id = useId();
  return (
    <section className="home-posts" aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      {rows.length === 0 ? (
        <p className="lead">{children}</p>
      ) : (
        <>
          <ul>
            {rows.map((row) => (
              <li key={row.id} data-list-row={row.id}>
                <TitleLink row={row} />
                <p className="row-meta">
                  {row.kind} / {whenOf(row)}
                  {row.hasChanges && <span className="state is-changed">Unpublished changes</span>}
                </p>
              </li>
            ))}
          </ul>
          <Link href={moreHref} prefetch={false}>
            Show all
          </Link>
        </>
      )}
    </section>
  );
}

function TitleLink({ row }: { row: ListRow }) {
  const className = row.isUntitled ? 'row-title is-untitled' : 'row-title';
  if (row.editHref === null) return <span className={className}>{row.title}</span>;
  return (
    <Link href={row.editHref} prefetch={false} className={className} data-row-link data-row-edit>
      {row.title}
    </Link>
  );
}

function whenOf({ at, countdown, changedAt, state }: ListRow): ReactNode {
  if (state === 'scheduled' && at)
    return (
      <>
        <time dateTime={at.dateTime}>{at.text}</time> ({countdown})
      </>
    );
  return <time dateTime={changedAt.dateTime}>{changedAt.text}</time>;
}
