// The numbers beside a search: how many of what was found are of which kind, year, month and tag.
// Each is what a search gives that asks for it besides.
import type { PostKind } from '../posts/kinds';
import type { TagRef } from '../posts/types';

export type Facets = {
  /** Beats by their type. The most frequent first. */
  kinds: { kind: PostKind; beatType: string | null; count: number }[];
  /** In their order. */
  years: { year: number; count: number }[];
  months: { month: number; count: number }[];
  /** The most frequent first; those asked for are not among them. */
  tags: (TagRef & { count: number })[];
};

/** How many tags are counted out. */
export const tagsShown = 40;

export const noFacets: Facets = { kinds: [], years: [], months: [], tags: [] };
