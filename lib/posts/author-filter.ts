// Which posts an author asks to see, as their list's address says it. Pure: both the page and its
// forms go by it. A value that means nothing is as good as none.
import type { Role } from '../auth/actor';
import { parseSearch, toParams, usualSort as usualSearchSort } from '../search/query';
import { tagSlug } from '../slugs';
import { firstText } from '../texts';
import { type PostKind, postKinds } from './kinds';

/** `changed`: public or scheduled, with changes that nobody has saved yet. */
export const listStatuses = ['draft', 'scheduled', 'changed', 'live', 'binned'] as const;
export type ListStatus = (typeof listStatuses)[number];

export const listSorts = ['changed', 'published', 'title'] as const;
export type ListSort = (typeof listSorts)[number];

export type AuthorFilter = {
  /** Null for all but the bin. */
  status: ListStatus | null;
  kind: PostKind | null;
  /** A slug. */
  tag: string | null;
  author: 'mine' | 'all';
  /** Words and phrases that all have to be there. */
  text: string;
  /** Parameters of a search of readers whose posts these are; empty for none. */
  search: string;
  /** Only posts from which the sanitiser has taken something. */
  isRemoved: boolean;
  sort: ListSort;
};

/** Where a page of the list begins or ends: a post, by what it is sorted by and its id. */
export type Place = { side: 'after' | 'before'; key: string; id: number };

export type ListQuery = Record<string, string | string[] | undefined>;

const longestText = 200;

/** The filter that a query says. Authors see their own posts first, owners everybody's. */
export function parseFilter(query: ListQuery, role: Role): AuthorFilter {
  const status = oneOf(listStatuses, query.status);
  return {
    status,
    kind: oneOf(postKinds, query.kind),
    tag: tagSlug(textOf(query.tag)),
    author: oneOf(['mine', 'all'], query.author) ?? usualAuthor(role),
    text: textOf(query.q).slice(0, longestText),
    search: searchOf(textOf(query.search)),
    isRemoved: textOf(query.removed) === 'yes',
    sort: oneOf(listSorts, query.sort) ?? usualSort(status),
  };
}

/** A filter as the query that says it; what is as usual stays out. */
export function filterQuery(filter: AuthorFilter, role: Role): Record<string, string | null> {
  const { status, kind, tag, author, text, search, isRemoved, sort } = filter;
  return {
    status,
    kind,
    tag,
    author: author === usualAuthor(role) ? null : author,
    q: text,
    search,
    removed: isRemoved ? 'yes' : null,
    sort: sort === usualSort(status) ? null : sort,
  };
}

/** The same as text, to be carried along by a form. */
export function filterText(filter: AuthorFilter, role: Role): string {
  const query = Object.entries(filterQuery(filter, role));
  return new URLSearchParams(
    query.flatMap(([name, value]) => (value ? [[name, value]] : [])),
  ).toString();
}

export const usualAuthor = (role: Role): AuthorFilter['author'] =>
  role === 'owner' ? 'all' : 'mine';

/** What is to come is read by its time, everything else by its last change. */
export const usualSort = (status: ListStatus | null): ListSort =>
  status === 'scheduled' ? 'published' : 'changed';

/** Whether anything is filtered by besides the status. */
export function isNarrowed(filter: AuthorFilter, role: Role): boolean {
  const { kind, tag, author, text, search, isRemoved } = filter;
  const isWorded = text !== '' || search !== '';
  return kind !== null || tag !== null || author !== usualAuthor(role) || isWorded || isRemoved;
}

/** Whatever order and page a search was looked at in, its posts are the same. */
function searchOf(params: string): string {
  const { query } = parseSearch(new URLSearchParams(params));
  return toParams({ ...query, sort: usualSearchSort(query.text), page: 1 }).toString();
}

const postPath = /\/\d{4}\/[a-z]{3}\/\d{1,2}\/([\w-]{1,64})\/?$/i;

/**
 * The words of a filter, at most eight: of the address of a post its slug, of any other address
 * what not all addresses have.
 */
export function filterWords(text: string): string[] {
  return text
    .split(/\s+/)
    .map((word) => postPath.exec(word)?.[1] ?? word.replace(/^https?:\/\/(www\.)?/i, ''))
    .map((word) => word.slice(0, 150))
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .slice(0, 8);
}

const placePattern = /^(\d{1,9})\.(.{0,80})$/su;

/** The place that a query names. */
export function parsePlace(query: ListQuery): Place | null {
  for (const side of ['after', 'before'] as const) {
    const [, id, key] = placePattern.exec(textOf(query[side], false)) ?? [];
    if (id !== undefined && key !== undefined) return { side, key, id: Number(id) };
  }
  return null;
}

/** A place as part of a query. */
export function placeQuery({ side, key, id }: Place): Record<string, string> {
  return { [side]: `${id}.${key}` };
}

function textOf(value: string | string[] | undefined, isTrimmed = true): string {
  const text = firstText(value);
  return isTrimmed ? text.trim() : text;
}

function oneOf<Value extends string>(
  values: readonly Value[],
  given: string | string[] | undefined,
): Value | null {
  const text = textOf(given);
  return values.find((value) => value === text) ?? null;
}
