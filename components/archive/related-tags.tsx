import { formatCount } from '@/lib/languages';
import type { TagCount } from '@/lib/posts/types';
import { maxIntersectionTags, urls } from '@/lib/urls';

type RelatedTagsProps = { tags: TagCount[]; related: TagCount[]; locale: string };

/** Tags that often stand beside these, each also as a way to narrow down. */
export function RelatedTags({ tags, related, locale }: RelatedTagsProps) {
  const slugs = tags.map((tag) => tag.slug);
  return (
    <section aria-labelledby="site-related-tags">
      <h2 id="site-related-tags">Related</h2>
      <ul className="counted-links">
        {related.map((tag) => (
          <li key={tag.id}>
            <a href={urls.tag(tag.slug)}>{tag.name}</a>{' '}
            <span className="count">{formatCount(tag.count, locale)}</span>
            {slugs.length < maxIntersectionTags && (
              <a
                className="narrow"
                href={urls.tag([...slugs, tag.slug])}
                aria-label={`Only posts tagged ${tag.name} as well`}
              >
                +
              </a>
            )}
          </li>
        ))}
      </ul>
      {tags.length > 1 && (
        <>
          <h2>Each alone</h2>
          <ul className="counted-links">
            {tags.map((tag) => (
              <li key={tag.id}>
                <a href={urls.tag(tag.slug)}>{tag.name}</a>{' '}
                <span className="count">{formatCount(tag.count, locale)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
