type PaginationProps = {
  number: number;
  hasNext: boolean;
  /** How many pages there are, where that is known. */
  pages?: number | null;
  href: (number: number) => string;
  /** What lies on the page before and after this one. */
  labels?: { previous: string; next: string };
};

const newestFirst = { previous: 'Newer', next: 'Older' };

export function Pagination({
  number,
  hasNext,
  pages,
  href,
  labels = newestFirst,
}: PaginationProps) {
  if (number === 1 && !hasNext) return null;
  return (
    <nav className="pagination" aria-label="Pages">
      {number > 1 ? (
        <a rel="prev" href={href(number - 1)}>
          <span aria-hidden="true">← </span>
          {labels.previous}
        </a>
      ) : (
        <span />
      )}
      <span className="pagination-place">
        Page {number}
        {pages ? ` of ${pages}` : ''}
      </span>
      {hasNext ? (
        <a rel="next" href={href(number + 1)}>
          {labels.next}
          <span aria-hidden="true"> →</span>
        </a>
      ) : (
        <span />
      )}
    </nav>
  );
}
