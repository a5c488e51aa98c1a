// The tags that are used most, of all time and lately. Who wants all tags asks queries.ts.
import { asc, desc, gt, gte, type SQL, sql } from 'drizzle-orm';
import { database } from '../db/client';
import { postTags, tags } from '../db/schema';
import type { TagCount } from '../posts/types';
import { isListedTagging } from '../posts/visibility';

const columns = { id: tags.id, slug: tags.slug, name: tags.name, count: tags.publishedCount };

/** The tags that most published posts have. */
export async function listCommonTags(limit = 100, db = database()): Promise<TagCount[]> {
  return db
    .select(columns)
    .from(tags)
    .where(gt(tags.publishedCount, 0))
    .orderBy(desc(tags.publishedCount), asc(tags.slug))
    .limit(limit);
}

/** Of how many of the commonest tags the late ones are counted: of rarer ones few can be common. */
const lookedAt = 300;

/** The tags that most public posts since an instant have. */
export async function listTagsSince(
  since: Date,
  limit: number,
  now = new Date(),
  db = database(),
): Promise<TagCount[]> {
  const common = db
    .select(columns)
    .from(tags)
    .orderBy(desc(tags.publishedCount))
    .limit(lookedAt)
    .as('common');
  const count = db.$count(postTags, sinceOf(sql`${common.id}`, since, now));
  const rows = await db
    .select({ id: common.id, slug: common.slug, name: common.name, count: sql<number>`${count}` })
    .from(common);
  return rows
    .filter((tag) => tag.count > 0)
    .sort((one, other) => other.count - one.count || (one.slug < other.slug ? -1 : 1))
    .slice(0, limit);
}

const sinceOf = (tagId: SQL, since: Date, now: Date) =>
  sql`${postTags.tagId} = ${tagId} and ${gte(postTags.listedAt, since)} and ${isListedTagging(now)}`;
