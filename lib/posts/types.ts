// A post as readers meet it: one shape per kind, rendered, with its tags in the order of attaching.
import type { Day } from '../dates';

export type TagRef = { id: number; slug: string; name: string };

/** A tag with the number of public posts that have it. */
export type TagCount = TagRef & { count: number };

type PostBase = {
  id: number;
  /** The short id, unique per kind. */
  number: number;
  slug: string;
  publishedAt: Date;
  /** The day in the address. */
  publishedOn: Day;
  updatedAt: Date;
  /** What names the post where it has no title of its own. */
  displayTitle: string;
  /** BCP 47, where it differs from the site's. */
  lang: string | null;
  tags: TagRef[];
};

export type Entry = PostBase & {
  kind: 'entry';
  html: string;
  excerptHtml: string;
  hasMore: boolean;
  wordCount: number;
  cardImage: string | null;
};

export type Blogmark = PostBase & {
  kind: 'blogmark';
  linkUrl: string;
  linkTitle: string;
  via: { url: string; title: string | null } | null;
  /** The commentary. */
  html: string;
};

export type Quotation = PostBase & {
  kind: 'quotation';
  source: string;
  sourceUrl: string | null;
  contextHtml: string;
  /** The quotation itself. */
  html: string;
};

export type Note = PostBase & { kind: 'note'; html: string };

export type Beat = PostBase & {
  kind: 'beat';
  type: string;
  title: string;
  url: string;
  commentaryHtml: string;
  image: { url: string; alt: string } | null;
  /** The longer note; empty when there is none. */
  html: string;
  metadata: Record<string, unknown>;
};

export type Post = Entry | Blogmark | Quotation | Note | Beat;

/** What a link to a post needs. */
export type PostLink = {
  id: number;
  slug: string;
  publishedOn: Day;
  displayTitle: string;
  publishedAt: Date;
};

/** One page of a list. */
export type PostPage = { posts: Post[]; number: number; hasNext: boolean };

/** How many posts a page of any list holds. */
export const pageSize = 30;
