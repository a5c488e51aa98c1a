// Which tags an author may mean by what is typed so far. Drafts' tags are among them, and a tag is
// found by the names that it had before.
import { asc, desc, gt, inArray, or, sql } from 'drizzle-orm';
import { database } from '../db/client';
import { tagFormerNames, tags } from '../db/schema';
import type { TagCount } from '../posts/types';

const longestQuery = 64;

/**
 * Tags whose name or slug holds the text: the same first, then those that begin with it, then
 * those of which a word does; among equals the most used. Without a text the most used of all.
 */
export async function suggestTags(text: string, limit = 8, db = database()): Promise<TagCount[]> {
  const wanted = text.normalize('NFC').trim().toLowerCase().slice(0, longestQuery);
  const { id, slug, publishedCount: count } = tags;
  const columns = { id, slug, name: tags.name, count };
  if (wanted === '')
    return db
      .select(columns)
      .from(tags)
      .where(gt(count, 0))
      .orderBy(desc(count), asc(slug))
      .limit(limit);
  const name = sql`lower(${tags.name})`;
  const former = db
    .select({ tagId: tagFormerNames.tagId })
    .from(tagFormerNames)
    .where(sql`starts_with(lower(${tagFormerNames.name}), ${wanted})`);
  // Asked only of the few tags that match at all.
  const nearness = sql`case
    when ${name} = ${wanted} or ${slug} = ${wanted} then 0
    when starts_with(${name}, ${wanted}) or starts_with(${slug}, ${wanted}) then 1
    when strpos(translate(${name}, '_-/', '   '), ${` ${wanted}`}) > 0 then 2
    when strpos(${name}, ${wanted}) > 0 or strpos(${slug}, ${wanted}) > 0 then 3
    else 4 end`;
  return db
    .select(columns)
    .from(tags)
    .where(
      or(
        sql`strpos(${slug}, ${wanted}) > 0`,
        sql`strpos(${name}, ${wanted}) > 0`,
        inArray(id, former),
      ),
    )
    .orderBy(nearness, desc(count), asc(slug))
    .limit(limit);
}
