// What a search is narrowed down to, each part with a link that takes it away.
import { formatMonthName } from '@/lib/dates';
import type { TagRef } from '@/lib/posts/types';
import { narrowed, type SearchQuery, searchPath } from '@/lib/search/query';
import { nameKind } from '@/lib/search/titles';

type ActiveFiltersProps = {
  query: SearchQuery;
  tags: TagRef[];
  excludedTags: TagRef[];
  locale: string;
};

export function ActiveFilters({ query, tags, excludedTags, locale }: ActiveFiltersProps) {
  const filters = [
    ...(query.kind === null
      ? []
      : [{ name: nameKind(query.kind, query.beatType), change: { kind: null, beatType: null } }]),
    ...(query.year === null ? [] : [{ name: String(query.year), change: { year: null } }]),
    ...(query.month === null
      ? []
      : [{ name: formatMonthName(query.month, locale), change: { month: null } }]),
    ...query.tags.map((slug) => ({
      name: `tagged ${nameOf(slug, tags)}`,
      change: { tags: query.tags.filter((other) => other !== slug) },
    })),
    ...query.excludedTags.map((slug) => ({
      name: `not tagged ${nameOf(slug, excludedTags)}`,
      change: { excludedTags: query.excludedTags.filter((other) => other !== slug) },
    })),
  ];
  if (filters.length === 0) return null;
  return (
    <ul className="active-filters" aria-label="Narrowed down to">
      {filters.map(({ name, change }) => (
        <li key={name}>
          {name}{' '}
          <a
            href={searchPath(narrowed(query, change))}
            rel="nofollow"
            aria-label={`Remove the filter: ${name}`}
          >
            ×
          </a>
        </li>
      ))}
    </ul>
  );
}

const nameOf = (slug: string, known: TagRef[]) =>
  known.find((tag) => tag.slug === slug)?.name ?? slug;
