// Where a reader who has come to the end of a post may go on: the posts before and after it, and
// what is related.
import { kinds } from '@/lib/posts/kinds';
import type { Post, PostLink } from '@/lib/posts/types';
import { urls } from '@/lib/urls';
import { LinkSection } from './link-section';

type ReadOnProps = {
  post: Post;
  neighbours: { previous: PostLink | null; next: PostLink | null };
  related: PostLink[];
  locale: string;
};

export function ReadOn({ post, neighbours, related, locale }: ReadOnProps) {
  return (
    <div className="read-on">
      <Neighbours post={post} neighbours={neighbours} />
      <LinkSection id="site-related" title="Related" links={related} locale={locale} />
    </div>
  );
}

type NeighboursProps = Pick<ReadOnProps, 'post' | 'neighbours'>;

function Neighbours({ post, neighbours: { previous, next } }: NeighboursProps) {
  if (!previous && !next) return null;
  const { label } = kinds[post.kind];
  return (
    <nav aria-label={`Previous and next ${label}`} className="neighbours">
      {next && (
        <p>
          <span>Next {label}</span>{' '}
          <a rel="next" href={urls.post(next)}>
            {next.displayTitle}
          </a>
        </p>
      )}
      {previous && (
        <p>
          <span>Previous {label}</span>{' '}
          <a rel="prev" href={urls.post(previous)}>
            {previous.displayTitle}
          </a>
        </p>
      )}
    </nav>
  );
}
