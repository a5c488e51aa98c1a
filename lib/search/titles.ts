// What a search is called. Pure.
import { formatMonthName } from '../dates';
import { beatType, kinds } from '../posts/kinds';
import type { TagRef } from '../posts/types';
import { type Ignored, isAsked, parseSearch, type SearchQuery } from './query';

type Named = { query: SearchQuery; tags: TagRef[]; excludedTags: TagRef[]; locale: string };

/** What is searched, as a plural: "Entries", "TILs", "Posts". */
export function nameKind(kind: SearchQuery['kind'], type: string | null): string {
  if (kind === null) return 'Posts';
  if (type !== null) return beatType(type).plural;
  return kind === 'beat' ? 'Beats' : kinds[kind].heading;
}

/** The title of a page of results: “word” in links tagged a, b, in May 2024. */
export function titleOfSearch({ query, tags, excludedTags, locale }: Named): string {
  if (!isAsked(query)) return 'Search';
  const noun = nameKind(query.kind, query.beatType);
  const what = query.text === '' ? noun : `“${query.text}” in ${lowerFirst(noun)}`;
  const when = nameTime(query, locale);
  return [
    what,
    ...listed('tagged', namesOf(query.tags, tags)),
    ...listed('without', namesOf(query.excludedTags, excludedTags)),
    ...(when === '' ? [] : [`in ${when}`]),
  ].join(' ');
}

/** What a search is called in the author's list, by its parameters. */
export function nameSearch(params: string): string {
  const { query } = parseSearch(new URLSearchParams(params));
  return titleOfSearch({ query, tags: [], excludedTags: [], locale: 'en' });
}

/** `May 2024`, `2024`, `May of any year`; empty when neither is asked for. */
export function nameTime(
  { year, month }: Pick<SearchQuery, 'year' | 'month'>,
  locale: string,
): string {
  if (month === null) return year === null ? '' : String(year);
  const name = formatMonthName(month, locale);
  return year === null ? `${name} of any year` : `${name} ${year}`;
}

/** Tags by their names, or as they were asked for where there are none such. */
function namesOf(slugs: readonly string[], known: readonly TagRef[]): string[] {
  return slugs.map((slug) => known.find((tag) => tag.slug === slug)?.name ?? slug);
}

const listed = (word: string, names: string[]) =>
  names.length === 0 ? [] : [`${word} ${names.join(', ')}`];

/** Abbreviations stay as they are. */
const lowerFirst = (text: string) =>
  /^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);

const ignoredNames: Record<Ignored, string> = {
  q: 'a part of the text',
  type: 'the type',
  tag: 'a tag',
  'exclude.tag': 'an excluded tag',
  year: 'the year',
  month: 'the month',
  sort: 'the order',
  page: 'the page number',
  other: 'a part that means nothing here',
};

/** What was left out of an address, as a list in words; empty for nothing. */
export function nameIgnored(ignored: readonly Ignored[]): string {
  return ignored.map((name) => ignoredNames[name]).join(', ');
}
