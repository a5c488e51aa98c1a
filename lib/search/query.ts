// What a search asks for, as its address says it. Pure: `parseSearch` understands whatever stands in
// a query, `toParams` writes it in the one way in which it is addressed. What cannot be is left out
// and named, so that the page can say so.
import { isBeatType, type PostKind, postKinds } from '../posts/kinds';
import { tagSlug } from '../slugs';
import { canonicalTags, maxIntersectionTags, urls } from '../urls';
import { parseText } from './text';

export type SearchSort = 'relevance' | 'date';

export type SearchQuery = {
  /** As typed, tidied: see lib/search/text.ts. */
  text: string;
  kind: PostKind | null;
  /** Only beats of one type; `kind` is `beat` then. */
  beatType: string | null;
  /** Slugs that a post must have all of, and none of. */
  tags: string[];
  excludedTags: string[];
  year: number | null;
  /** 1 to 12, of any year. */
  month: number | null;
  sort: SearchSort;
  /** Counted from 1. */
  page: number;
};

/** Parameters that mean something, in the order in which they are addressed. */
const names = ['q', 'type', 'tag', 'exclude.tag', 'year', 'month', 'sort', 'page'] as const;

/** What was left out of an address; `other` for names that mean nothing. */
export type Ignored = (typeof names)[number] | 'other';
export const ignorable: readonly Ignored[] = [...names, 'other'];

export type ParsedSearch = { query: SearchQuery; ignored: Ignored[] };

/** Longest text, in characters. */
export const maxTextLength = 200;

/** Added to addresses by others, to see who follows them: nobody typed these. */
const tracking = /^(utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|ref_src)$/i;

export const emptySearch: SearchQuery = {
  text: '',
  kind: null,
  beatType: null,
  tags: [],
  excludedTags: [],
  year: null,
  month: null,
  sort: 'date',
  page: 1,
};

/** Understands the parameters of an address, or of a form. */
export function parseSearch(params: URLSearchParams): ParsedSearch {
  const given = new Given(params);
  const text = given.text();
  const { kind, beatType } = given.kind();
  const query: SearchQuery = {
    text,
    kind,
    beatType,
    tags: given.tags('tag'),
    excludedTags: given.tags('exclude.tag'),
    year: given.number('year', /^\d{4}$/, 1, 9999),
    month: given.number('month', /^\d{1,2}$/, 1, 12),
    sort: given.sort(usualSort(text)),
    page: given.number('page', /^\d{1,6}$/, 1, 999_999) ?? 1,
  };
  return { query, ignored: given.ignored() };
}

/** With words the best first, else the newest. */
export function usualSort(text: string): SearchSort {
  if (text !== judged.text)
    judged = { text, sort: parseText(text).alternatives.length > 0 ? 'relevance' : 'date' };
  return judged.sort;
}

/** A page of results has a hundred links with the same text. */
let judged: { text: string; sort: SearchSort } = { text: '', sort: 'date' };

/** A search as parameters, in the one order and without what goes without saying. */
export function toParams(query: SearchQuery): URLSearchParams {
  const { text, kind, beatType, tags, excludedTags, year, month, sort, page } = query;
  const params = new URLSearchParams();
  if (text !== '') params.append('q', text);
  if (kind !== null) params.append('type', beatType === null ? kind : `${kind}:${beatType}`);
  for (const tag of canonicalTags(tags)) params.append('tag', tag);
  for (const tag of canonicalTags(excludedTags)) params.append('exclude.tag', tag);
  if (year !== null) params.append('year', String(year).padStart(4, '0'));
  if (month !== null) params.append('month', String(month));
  if (sort !== usualSort(text)) params.append('sort', sort);
  if (page !== 1) params.append('page', String(page));
  return params;
}

/** The address of a search. */
export function searchPath(query: SearchQuery): string {
  return urls.search(toParams(query));
}

/** A search with something else in it, from its first page on. */
export function narrowed(query: SearchQuery, change: Partial<SearchQuery>): SearchQuery {
  const changed = { ...query, page: 1, ...change };
  // Who has not chosen an order gets the usual one of the new text.
  const isUsual = query.sort === usualSort(query.text);
  return isUsual && change.sort === undefined
    ? { ...changed, sort: usualSort(changed.text) }
    : changed;
}

/** Whether anything is asked for at all. */
export function isAsked({ text, kind, tags, excludedTags, year, month }: SearchQuery): boolean {
  return (
    text !== '' ||
    kind !== null ||
    tags.length + excludedTags.length > 0 ||
    year !== null ||
    month !== null
  );
}

/** The values of an address, each read once; remembers what could not be used. */
class Given {
  #params;
  #ignored = new Set<Ignored>();

  constructor(params: URLSearchParams) {
    this.#params = params;
    for (const name of params.keys())
      if (!names.some((known) => known === name) && name !== 'beat' && !tracking.test(name))
        this.#ignored.add('other');
  }

  text(): string {
    const [value = ''] = this.#values('q', 1);
    // Lone halves of characters could not be written into an address again.
    const tidy = value
      .toWellFormed()
      .normalize('NFC')
      .replace(/[\p{Cc}\p{Z}]+/gu, ' ')
      .trim();
    const cut = [...tidy].slice(0, maxTextLength).join('').trim();
    if (cut !== tidy || parseText(cut).hasBadDate) this.#ignored.add('q');
    return cut;
  }

  /** `beat` beside `type=beat` is an older way to write `type=beat:release`. */
  kind(): Pick<SearchQuery, 'kind' | 'beatType'> {
    const [value] = this.#values('type', 1);
    const [beat] = this.#params.getAll('beat').filter(Boolean);
    const [name = '', type = name === 'beat' ? beat : undefined] =
      value?.toLowerCase().split(/:(.*)/s) ?? [];
    const kind = postKinds.find((one) => one === name) ?? null;
    const isKnown = type === undefined || (kind === 'beat' && isBeatType(type.toLowerCase()));
    if (value !== undefined && (kind === null || !isKnown)) this.#ignored.add('type');
    if (beat !== undefined && kind !== 'beat') this.#ignored.add('other');
    return { kind, beatType: kind === 'beat' && isKnown ? (type?.toLowerCase() ?? null) : null };
  }

  tags(name: 'tag' | 'exclude.tag'): string[] {
    const slugs = this.#values(name, Number.POSITIVE_INFINITY).map(tagSlug);
    const known = canonicalTags(slugs.filter((slug) => slug !== null));
    if (slugs.includes(null) || known.length > maxIntersectionTags) this.#ignored.add(name);
    return known.slice(0, maxIntersectionTags);
  }

  number(
    name: 'year' | 'month' | 'page',
    form: RegExp,
    least: number,
    most: number,
  ): number | null {
    const [value] = this.#values(name, 1);
    if (value === undefined) return null;
    const number = Number(value);
    if (form.test(value) && number >= least && number <= most) return number;
    this.#ignored.add(name);
    return null;
  }

  sort(usual: SearchSort): SearchSort {
    const [value] = this.#values('sort', 1);
    if (value === undefined) return usual;
    if (value !== 'relevance' && value !== 'date') this.#ignored.add('sort');
    // Without words there is nothing to be relevant to.
    return value === 'date' ? 'date' : usual;
  }

  ignored(): Ignored[] {
    return ignorable.filter((name) => this.#ignored.has(name));
  }

  /** What stands under a name; an empty field of a form counts as none. */
  #values(name: Exclude<Ignored, 'other'>, most: number): string[] {
    const values = this.#params
      .getAll(name)
      .map((value) => value.trim())
      .filter(Boolean);
    if (values.length > most) this.#ignored.add(name);
    return values;
  }
}
