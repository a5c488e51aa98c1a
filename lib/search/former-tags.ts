// Searches follow the tags they name: one that has another name now leads to the search by that.
import { database } from '../db/client';
import type { TagRef } from '../posts/types';
import { findRenamedTag } from '../tags/queries';
import { narrowed, type SearchQuery } from './query';

type Known = { tags: TagRef[]; excludedTags: TagRef[] };

/** The search by the names that its tags have now; null when none has changed. */
export async function followRenamedTags(
  query: SearchQuery,
  known: Known | null,
  now = new Date(),
  db = database(),
): Promise<SearchQuery | null> {
  if (known === null) return null;
  const slugs = new Set([...known.tags, ...known.excludedTags].map(({ slug }) => slug));
  const lost = [...query.tags, ...query.excludedTags].filter((slug) => !slugs.has(slug));
  const found = await Promise.all(
    lost.map(async (slug) => [slug, await findRenamedTag(slug, now, db)] as const),
  );
  const renamed = new Map(
    found.flatMap(([slug, other]) => (other === null ? [] : [[slug, other]])),
  );
  if (renamed.size === 0) return null;
  const follow = (names: string[]) => [...new Set(names.map((slug) => renamed.get(slug) ?? slug))];
  return narrowed(query, {
    tags: follow(query.tags),
    excludedTags: follow(query.excludedTags),
    page: 1,
  });
}
