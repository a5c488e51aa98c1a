// A search that found nothing, and what might.
import { formatCount } from '@/lib/languages';
import { emptySearch, type SearchQuery, searchPath, toParams, usualSort } from '@/lib/search/query';
import type { Suggestion } from '@/lib/search/types';
import { urls } from '@/lib/urls';

type NothingFoundProps = { query: SearchQuery; suggestion: Suggestion | null; locale: string };

export function NothingFound({ query, suggestion, locale }: NothingFoundProps) {
  const { text } = query;
  const alone = { ...emptySearch, text, sort: usualSort(text) };
  const isNarrowed = toParams({ ...query, sort: alone.sort, page: 1 }).size > toParams(alone).size;
  return (
    <div className="nothing-found">
      <p data-search-count="">Nothing was found.</p>
      {suggestion && (
        <p className="suggestion">
          Did you mean{' '}
          <a href={searchPath(suggestion.query)} rel="nofollow">
            {suggestion.query.text}
          </a>
          ? <span className="count">{formatCount(suggestion.count, locale)}</span>
        </p>
      )}
      {text !== '' && isNarrowed && (
        <p>
          Look for{' '}
          <a href={searchPath(alone)} rel="nofollow">
            “{text}” in all posts
          </a>
          .
        </p>
      )}
      <p>
        Or look through <a href={urls.tags()}>all tags</a>.
      </p>
    </div>
  );
}
