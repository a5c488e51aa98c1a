import Link from 'next/link';
import type { Role } from '@/lib/auth/actor';
import { dashboardUrls } from '@/lib/dashboard-urls';
import { type AuthorFilter, filterQuery, usualAuthor } from '@/lib/posts/author-filter';
import { kinds } from '@/lib/posts/kinds';
import { nameSearch } from '@/lib/search/titles';

type FilterChipsProps = { filter: AuthorFilter; role: Role };

type Chip = { text: string; without: Partial<AuthorFilter> };

/** What the list is filtered by, each part to be taken away on its own. */
export function FilterChips({ filter, role }: FilterChipsProps) {
  const chips = chipsOf(filter, role);
  if (chips.length === 0) return null;
  return (
    <ul className="filter-chips" aria-label="Filters in force">
      {chips.map(({ text, without }) => (
        <li key={text}>
          <Link
            className="chip"
            href={dashboardUrls.posts(filterQuery({ ...filter, ...without }, role))}
            prefetch={false}
          >
            {text} <span aria-hidden="true">×</span>
            <span className="visually-hidden">, remove this filter</span>
          </Link>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <Link href={dashboardUrls.posts({ status: filter.status })} prefetch={false}>
            Remove all filters
          </Link>
        </li>
      )}
    </ul>
  );
}

function chipsOf(filter: AuthorFilter, role: Role): Chip[] {
  const { kind, tag, author, text, search, isRemoved } = filter;
  const chips: (Chip | false)[] = [
    text !== '' && { text: `“${text}”`, without: { text: '' } },
    search !== '' && { text: `Found: ${nameSearch(search)}`, without: { search: '' } },
    kind !== null && { text: kinds[kind].heading, without: { kind: null } },
    tag !== null && { text: `Tag: ${tag}`, without: { tag: null } },
    author !== usualAuthor(role) && {
      text: author === 'mine' ? 'My posts' : 'Everybody’s posts',
      without: { author: usualAuthor(role) },
    },
    isRemoved && { text: 'Something was removed', without: { isRemoved: false } },
  ];
  return chips.filter((chip) => chip !== false);
}
