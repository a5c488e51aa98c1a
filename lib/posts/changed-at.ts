// When what readers see of a post changed last. Pure.
import type { Post } from './types';

/** A scheduled post was written before there was a page of it. */
export const changedAt = ({ publishedAt, updatedAt }: Pick<Post, 'publishedAt' | 'updatedAt'>) =>
  updatedAt > publishedAt ? updatedAt : publishedAt;
