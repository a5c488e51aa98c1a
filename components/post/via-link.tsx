import type { Blogmark } from '@/lib/posts/types';

/** Where the author found the link: `(via)`. */
export function ViaLink({ via }: { via: NonNullable<Blogmark['via']> }) {
  return (
    <>
      {' ('}
      <a href={via.url} title={via.title ?? undefined}>
        via
      </a>
      {')'}
    </>
  );
}
