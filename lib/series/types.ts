// A series as readers meet it.
import type { PostLink } from '../posts/types';

export type Series = { id: number; slug: string; title: string; summaryHtml: string };
export type SeriesWithPosts = Series & { posts: PostLink[] };
