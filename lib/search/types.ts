// What a page of a search shows, as its components get it.
import type { Total } from '../posts/totals';
import type { Post, TagCount, TagRef } from '../posts/types';
import type { Facets } from './facets';
import type { Piece } from './highlight';
import type { SearchQuery } from './query';

export type SearchResult = {
  /** Without its texts. */
  post: Post;
  title: Piece[];
  snippet: Piece[];
};

export type Suggestion = {
  query: SearchQuery;
  /** What it finds, counted up to a thousand. */
  count: number;
};

/** The month with which what is looked at begins. */
export type Since = { year: number; month: number };

export type SearchPage = {
  results: SearchResult[];
  total: Total;
  hasNext: boolean;
  /** Where what was looked at begins, where all would have been too many. */
  since: Since | null;
  facets: Facets;
  /** Those asked for that there are, for their names. */
  tags: TagRef[];
  excludedTags: TagRef[];
  /** Tags that may be what was typed. */
  tagsLike: TagCount[];
  /** Another spelling that finds something, where nothing was found. */
  suggestion: Suggestion | null;
};
