// Which posts are related to one: those that share its rarer tags.
import { and, desc, eq, ne, sql } from 'drizzle-orm';
import { database } from '../db/client';
import { posts, postTags } from '../db/schema';
import { linkColumns } from './columns';
import { toLink } from './queries';
import type { PostLink, TagCount } from './types';
import { isListed } from './visibility';

/** How many of each tag's newest posts are candidates; keeps the work the same at any archive size. */
const candidatesPerTag = 60;

/**
 * Posts that share tags with one, the likeliest first. A shared tag counts the more the rarer it
 * is (inverse document frequency: https://en.wikipedia.org/wiki/Tf%E2%80%93idf), newer posts win ties.
 */
export async function listRelatedPosts(
  postId: number,
  tagged: TagCount[],
  limit = 5,
  now = new Date(),
  db = database(),
): Promise<PostLink[]> {
  const shareable = tagged.filter((tag) => tag.count > 1);
  if (shareable.length === 0) return [];
  const weights = sql.join(
    shareable.map((tag) => sql`(${tag.id}::int, ${1 / Math.log2(1 + tag.count)}::float8)`),
    sql`, `,
  );
  const scored = db.$with('scored').as(
    db
      .select({
        postId: sql<number>`candidate.post_id`.as('scored_post_id'),
        score: sql<number>`sum(weighted.weight)`.as('score'),
      })
      .from(sql`(values ${weights}) as weighted(tag_id, weight)`)
      .innerJoin(
        sql`lateral (
          select ${postTags.postId} as post_id from ${postTags}
          where ${postTags.tagId} = weighted.tag_id and ${postTags.listedAt} <= ${now.toISOString()}
          order by ${postTags.listedAt} desc, ${postTags.postId} desc limit ${candidatesPerTag}
        ) as candidate`,
        sql`true`,
      )
      .groupBy(sql`candidate.post_id`),
  );
  const rows = await db
    .with(scored)
    .select(linkColumns)
    .from(scored)
    .innerJoin(posts, eq(posts.id, scored.postId))
    .where(and(ne(posts.id, postId), isListed(now)))
    .orderBy(desc(scored.score), desc(posts.listedAt), desc(posts.id))
    .limit(limit);
  return rows.map(toLink);
}
