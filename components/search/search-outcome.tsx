// What a search came to: how many posts in which order, the posts, or what else to try.
import { ScriptPlace } from '@/components/ui/html';
import { Pagination } from '@/components/ui/pagination';
import { type DateStyle, formatMonth } from '@/lib/dates';
import { formatCount } from '@/lib/languages';
import { formatTotal, pagesOf } from '@/lib/posts/totals';
import {
  type Ignored,
  isAsked,
  narrowed,
  type SearchQuery,
  searchPath,
  toParams,
  usualSort,
} from '@/lib/search/query';
import { nameIgnored } from '@/lib/search/titles';
import type { SearchPage } from '@/lib/search/types';
import { maxListPage, urls } from '@/lib/urls';
import { ActiveFilters } from './active-filters';
import { NothingFound } from './nothing-found';
import { SearchHelp } from './search-help';
import { SearchResultView } from './search-result';

type SearchOutcomeProps = {
  query: SearchQuery;
  ignored: readonly Ignored[];
  page: SearchPage | null;
  dates: DateStyle;
};

export function SearchOutcome({ query, ignored, page, dates }: SearchOutcomeProps) {
  const { locale } = dates;
  const leftOut = nameIgnored(ignored);
  return (
    <>
      {leftOut !== '' && (
        <p className="search-note">Left out of this search, because it cannot be: {leftOut}.</p>
      )}
      {page === null && (
        <p className="search-note">
          This search takes too long. Another word, or one more, makes it easier.
        </p>
      )}
      {page && (
        <ActiveFilters
          query={query}
          tags={page.tags}
          excludedTags={page.excludedTags}
          locale={locale}
        />
      )}
      {page && page.tagsLike.length > 0 && <TagsLike tags={page.tagsLike} locale={locale} />}
      {page && isAsked(query) && page.total.count > 0 && (
        <>
          <CountLine query={query} page={page} locale={locale} />
          {page.results.map((result) => (
            <SearchResultView key={result.post.id} result={result} dates={dates} />
          ))}
          <Pagination
            number={query.page}
            hasNext={page.hasNext && query.page < maxListPage}
            pages={pagesOf(page.total)}
            href={(number) => searchPath({ ...query, page: number })}
            labels={
              query.sort === 'date' ? undefined : { previous: 'Better matches', next: 'More' }
            }
          />
        </>
      )}
      {page && isAsked(query) && page.total.count === 0 && (
        <NothingFound query={query} suggestion={page.suggestion} locale={locale} />
      )}
      {!isAsked(query) && <SearchHelp />}
    </>
  );
}

function TagsLike({ tags, locale }: { tags: SearchPage['tagsLike']; locale: string }) {
  return (
    <ul className="tags-like" aria-label="Tags called so">
      {tags.map((tag) => (
        <li key={tag.id}>
          <a href={urls.tag(tag.slug)}>{tag.name}</a>{' '}
          <span className="count">{formatCount(tag.count, locale)}</span>
        </li>
      ))}
    </ul>
  );
}

type CountLineProps = { query: SearchQuery; page: SearchPage; locale: string };

function CountLine({ query, page: { total, since }, locale }: CountLineProps) {
  const hasChoice = usualSort(query.text) === 'relevance';
  return (
    <p className="search-count">
      <span data-search-count="">
        {formatTotal(total, locale)} {total.count === 1 ? 'post' : 'posts'}
      </span>
      {since !== null && (
        <>
          {' '}
          — so many that only those since {formatMonth(since.year, since.month, locale)} are looked
          at; a filter reaches the others
        </>
      )}
      {hasChoice && (
        <span className="search-order">
          {query.sort === 'relevance' ? (
            <>
              best first, or{' '}
              <a href={searchPath(narrowed(query, { sort: 'date' }))} rel="nofollow">
                newest first
              </a>
            </>
          ) : (
            <>
              newest first, or{' '}
              <a href={searchPath(narrowed(query, { sort: 'relevance' }))} rel="nofollow">
                best first
              </a>
            </>
          )}
        </span>
      )}{' '}
      {/* The author's way to tag them all: components/reader/edit-links. */}
      <ScriptPlace data-edit-found={toParams({ ...query, page: 1 }).toString()} hidden />
      <a className="to-facets" href="#site-facets">
        Narrow down
      </a>
    </p>
  );
}
