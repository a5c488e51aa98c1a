// Public tags by the names that they have or once had, for addresses that lead elsewhere anyway.
import { type Database, database } from '../db/client';
import { findRenamedTag, getTags, type Tag } from './queries';

/** The tags, each once; null where one of the names means no tag that a public post has. */
export async function getTagsByAnyName(
  slugs: string[],
  now = new Date(),
  db = database(),
): Promise<Tag[] | null> {
  const live = await listLive(slugs, now, db);
  const missing = slugs.filter((slug) => !live.some((tag) => tag.slug === slug));
  if (missing.length === 0) return live;
  const renamed = await Promise.all(missing.map((slug) => findRenamedTag(slug, now, db)));
  const found = renamed.filter((slug) => slug !== null);
  if (found.length < missing.length) return null;
  return listLive([...new Set([...live.map((tag) => tag.slug), ...found])], now, db);
}

async function listLive(slugs: string[], now: Date, db: Database) {
  return (await getTags(slugs, now, db)).filter((tag) => tag.count > 0);
}
