// Searches for tests, by the parameters of their addresses.
import type { Database } from '../db/client';
import { getSearchPage } from '../search/queries';
import { parseSearch } from '../search/query';
import type { SearchPage } from '../search/types';

/** Gives a test file searches at one moment. */
export function searches(db: () => Database, now: Date) {
  const find = async (params: string): Promise<SearchPage> => {
    const { query } = parseSearch(new URLSearchParams(params));
    const page = await getSearchPage(query, now, db());
    if (page === null) throw new Error(`The search took too long: ${params.slice(0, 100)}`);
    return page;
  };
  /** The slugs of what is found, in order. */
  const slugs = async (params: string) => (await find(params)).results.map(({ post }) => post.slug);
  return { find, slugs };
}
