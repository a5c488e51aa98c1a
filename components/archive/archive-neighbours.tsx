type Neighbour = { label: string; href: string };

type ArchiveNeighboursProps = { earlier: Neighbour | null; later: Neighbour | null };

/** The nearest days, months or years with posts on either side. */
export function ArchiveNeighbours({ earlier, later }: ArchiveNeighboursProps) {
  if (!earlier && !later) return null;
  return (
    <nav className="pagination" aria-label="Earlier and later">
      {earlier ? (
        <a rel="prev" href={earlier.href}>
          <span aria-hidden="true">← </span>
          {earlier.label}
        </a>
      ) : (
        <span />
      )}
      {later ? (
        <a rel="next" href={later.href}>
          {later.label}
          <span aria-hidden="true"> →</span>
        </a>
      ) : (
        <span />
      )}
    </nav>
  );
}
