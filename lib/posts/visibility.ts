// Is a post public? Decided here; every query starts from it.
// The rule (decisions.md 12): not a draft, its time has come, not in the bin. A due post is public
// even before the scheduler has turned its status.
import { lte, type SQL } from 'drizzle-orm';
import { postSearch, posts, postTags } from '../db/schema';

/**
 * That a post is public at an instant, as a condition on `posts`. `listed_at` is null for drafts and
 * the bin (a generated column), so the one comparison says it all, and an index on it serves every
 * list.
 */
export function isListed(now: Date): SQL {
  return lte(posts.listedAt, now);
}

/** The same on a tagging, which repeats its post's listing time. */
export function isListedTagging(now: Date): SQL {
  return lte(postTags.listedAt, now);
}

/** The same on what search knows of a post, which repeats it too. */
export function isListedInSearch(now: Date): SQL {
  return lte(postSearch.listedAt, now);
}
