// Every tag with its count: the common ones first, then all of them by their first letter. A
// filter appears where scripts run.
import { Html } from '@/components/ui/html';
import { escapeHtml } from '@/lib/html';
import { formatCount } from '@/lib/languages';
import type { TagCount } from '@/lib/posts/types';
import { urls } from '@/lib/urls';

const commonTags = 40;

export function TagIndex({ tags, locale }: { tags: TagCount[]; locale: string }) {
  const common = [...tags].sort((a, b) => b.count - a.count).slice(0, commonTags);
  return (
    <>
      <p className="page-lead">
        {formatCount(tags.length, locale)} {tags.length === 1 ? 'tag' : 'tags'}. Join two to five
        with a plus for the posts that have all of them.
      </p>
      <form className="tag-filter" data-tag-filter="" hidden>
        <label htmlFor="site-tag-filter">Filter tags</label>
        <input
          id="site-tag-filter"
          type="search"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
        <output htmlFor="site-tag-filter" />
      </form>
      {tags.length > commonTags && (
        <section className="tag-section is-common" aria-labelledby="site-common-tags">
          <h2 id="site-common-tags">Most used</h2>
          <TagList tags={common} locale={locale} />
        </section>
      )}
      {byFirstLetter(tags, locale).map(({ letter, tags: section }) => (
        <section
          key={letter}
          className="tag-section"
          data-tag-section=""
          aria-labelledby={`site-tags-${letter}`}
        >
          <h2 id={`site-tags-${letter}`}>{letter}</h2>
          <TagList tags={section} locale={locale} />
        </section>
      ))}
    </>
  );
}

function TagList({ tags, locale }: { tags: TagCount[]; locale: string }) {
  return <Html as="ul" html={tags.map((tag) => tagItem(tag, locale)).join('')} />;
}

/** As few bytes as will do: there may be tens of thousands. The style sheet tells the count apart. */
function tagItem({ slug, name, count }: TagCount, locale: string): string {
  const link = `<a href="${escapeHtml(urls.tag(slug))}">${escapeHtml(name)}</a>`;
  return `<li>${link} ${formatCount(count, locale)}</li>`;
}

/** Sections by the first letter of the slug; digits and signs stand together in front. */
function byFirstLetter(tags: TagCount[], locale: string): { letter: string; tags: TagCount[] }[] {
  const sections = new Map<string, TagCount[]>();
  for (const tag of tags) {
    const first = [...tag.slug][0] ?? '';
    const letter = /\p{L}/u.test(first) ? first.toLocaleUpperCase(locale) : '0–9';
    const section = sections.get(letter);
    if (section) section.push(tag);
    else sections.set(letter, [tag]);
  }
  return [...sections].map(([letter, section]) => ({ letter, tags: section }));
}
