import Link from 'next/link';

type ListPagesProps = { previous: string | null; next: string | null; first: string | null };

/** Leads on through the list and back. */
export function ListPages({ previous, next, first }: ListPagesProps) {
  if (previous === null && next === null) return null;
  return (
    <nav className="list-pages" aria-label="Pages of the list">
      {first && (
        <Link href={first} prefetch={false}>
          First page
        </Link>
      )}
      {previous && (
        <Link href={previous} rel="prev" prefetch={false}>
          Previous page
        </Link>
      )}
      {next && (
        <Link href={next} rel="next" prefetch={false}>
          Next page
        </Link>
      )}
    </nav>
  );
}
