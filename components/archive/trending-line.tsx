import type { TagCount } from '@/lib/posts/types';
import { urls } from '@/lib/urls';

/** What the site is on about: five tags with their counts, then all of them. */
export function TrendingLine({ tags }: { tags: TagCount[] }) {
  if (tags.length === 0)
    return (
      <p className="trending">
        <a href={urls.tags()}>Tags</a>
      </p>
    );
  return (
    <p className="trending">
      {'On '}
      {tags.map((tag) => (
        <span key={tag.id}>
          <a href={urls.tag(tag.slug)}>
            {tag.name} <span className="count">{tag.count}</span>
          </a>{' '}
        </span>
      ))}
      <a href={urls.tags()} aria-label="All tags">
        ...
      </a>
    </p>
  );
}
