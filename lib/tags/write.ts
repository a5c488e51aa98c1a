// Writing tags.
import { inArray } from 'drizzle-orm';
import type { Database } from '../db/client';
import { tags } from '../db/schema';
import { tagSlug } from '../slugs';

/**
 * The ids of tags by name as written; those that do not exist are made. A name that leaves nothing
 * for an address (`+++`) has none.
 */
export async function ensureTags(names: string[], tx: Database): Promise<Map<string, number>> {
  const slugs = new Map<string, string>();
  for (const name of names) {
    const slug = tagSlug(name);
    if (slug !== null) slugs.set(name, slug);
  }
  const wanted = [...new Map([...slugs].map(([name, slug]) => [slug, name.trim()]))].sort();
  if (wanted.length === 0) return new Map();
  await tx
    .insert(tags)
    .values(wanted.map(([slug, name]) => ({ slug, name })))
    .onConflictDoNothing({ target: tags.slug });
  const found = await tx
    .select({ id: tags.id, slug: tags.slug })
    .from(tags)
    .where(
      inArray(
        tags.slug,
        wanted.map(([slug]) => slug),
      ),
    );
  const ids = new Map(found.map((tag) => [tag.slug, tag.id]));
  return new Map(
    [...slugs].flatMap(([name, slug]) => {
      const id = ids.get(slug);
      return id === undefined ? [] : [[name, id]];
    }),
  );
}
