// What tests of tags look at.
import { eq, sql } from 'drizzle-orm';
import type { Database } from '../db/client';
import { postTags, tags } from '../db/schema';
import type { PostInput } from '../posts/input';
import { createPost } from '../posts/write';
import { now } from './clock';
import { buildPost } from './factories';

/** A note with tags. @returns its id */
export async function tagged(names: string[], db: Database, over: Partial<PostInput> = {}) {
  const note = buildPost('note', { ...over, kind: 'note', tags: names });
  return (await createPost(note, db, now)).id;
}

/** The slugs of a post's tags, in order. */
export async function tagsOf(postId: number, db: Database): Promise<string[]> {
  const rows = await db
    .select({ slug: tags.slug })
    .from(postTags)
    .innerJoin(tags, eq(tags.id, postTags.tagId))
    .where(eq(postTags.postId, postId))
    .orderBy(postTags.position, tags.slug);
  return rows.map((row) => row.slug);
}

/** @throws when there is no such tag */
export async function tagId(slug: string, db: Database): Promise<number> {
  const [row] = await db.select({ id: tags.id }).from(tags).where(eq(tags.slug, slug));
  if (row === undefined) throw new Error(`There is no tag ${slug}.`);
  return row.id;
}

/** The tags whose kept count is not what a count of their published posts gives. */
export async function miscounted(db: Database): Promise<string[]> {
  const rows = await db.execute<{ slug: string }>(sql`
    select slug from tags where published_count <>
      (select count(*) from post_tags where tag_id = tags.id and is_published)`);
  return rows.map((row) => row.slug);
}
