// Making tags of names as somebody wrote them.
import { inArray, sql } from 'drizzle-orm';
import type { Database } from '../db/client';
import { tagFormerNames, tags } from '../db/schema';
import { tagSlug } from '../slugs';

/**
 * The ids of tags by name as written. A name that a tag once had means that tag, so that what was
 * merged stays merged however somebody still writes it; tags that do not exist are made. A name
 * that leaves nothing for an address (`+++`) has none.
 */
export async function ensureTags(names: string[], tx: Database): Promise<Map<string, number>> {
  if (names.length === 0) return new Map();
  // Nobody takes a tag away between finding it and using it.
  await tx.execute(sql`select share_tags()`);
  const found = await findTags(names, tx);
  const missing = new Map<string, string>();
  for (const name of names) {
    const slug = tagSlug(name);
    if (slug !== null && !found.has(name)) missing.set(slug, name.trim());
  }
  if (missing.size === 0) return found;
  await tx
    .insert(tags)
    .values([...missing].sort().map(([slug, name]) => ({ slug, name })))
    .onConflictDoNothing({ target: tags.slug });
  return findTags(names, tx);
}

/** The ids of tags by name as written, of those that have or once had it. */
export async function findTags(names: string[], db: Database): Promise<Map<string, number>> {
  const slugOf = new Map(names.map((name) => [name, tagSlug(name)]));
  const slugs = [...new Set(slugOf.values())].filter((slug) => slug !== null);
  if (slugs.length === 0) return new Map();
  const [former, live] = await Promise.all([
    db
      .select({ slug: tagFormerNames.name, id: tagFormerNames.tagId })
      .from(tagFormerNames)
      .where(inArray(tagFormerNames.name, slugs)),
    db.select({ slug: tags.slug, id: tags.id }).from(tags).where(inArray(tags.slug, slugs)),
  ]);
  const ids = new Map([...former, ...live].map(({ slug, id }) => [slug, id]));
  return new Map(
    [...slugOf].flatMap(([name, slug]) => {
      const id = slug === null ? undefined : ids.get(slug);
      return id === undefined ? [] : [[name, id]];
    }),
  );
}
