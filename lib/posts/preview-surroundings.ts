// What would stand beside a post if it were public now. Of other posts only what is public is shown,
// even beside one whose time is years ahead.
import { eq } from 'drizzle-orm';
import type { Database } from '../db/client';
import { postTags } from '../db/schema';
import type { SeriesWithPosts } from '../series/types';
import { countTags } from '../tags/queries';
import type { PostOnPage } from './page-queries';
import { type PostSurroundings, surroundWith } from './surroundings';
import type { PostLink, TagCount } from './types';
import type { StoredRow } from './write-fields';

/** What would stand beside a post; `row` is the stored post, where there is one. */
export async function surroundPreview(
  post: PostOnPage,
  row: StoredRow | null,
  now: Date,
  db: Database,
): Promise<PostSurroundings> {
  const placed = post.publishedAt <= now ? post : { ...post, publishedAt: now };
  const around = await surroundWith(await countWith(post, row, now, db), placed, now, db);
  return { ...around, series: around.series && seriesWith(post, around.series) };
}

/** The counts of the tags with this post among the public ones. */
async function countWith(
  post: PostOnPage,
  row: StoredRow | null,
  now: Date,
  db: Database,
): Promise<TagCount[]> {
  const isCounted = row !== null && row.listedAt !== null && row.listedAt <= now;
  const taggings = isCounted
    ? await db.select({ tagId: postTags.tagId }).from(postTags).where(eq(postTags.postId, row.id))
    : [];
  const countedFor = new Set(taggings.map((tagging) => tagging.tagId));
  const counted = await countTags(post.tags, now, db);
  const counts = new Map(counted.map((tag) => [tag.id, tag.count]));
  return post.tags.map((tag) => ({
    ...tag,
    count: (counts.get(tag.id) ?? 0) + (countedFor.has(tag.id) ? 0 : 1),
  }));
}

/** The series with this post where its time puts it. */
function seriesWith(post: PostOnPage, series: SeriesWithPosts): SeriesWithPosts {
  const { id, slug, publishedOn, publishedAt, displayTitle } = post;
  const others = series.posts.filter((other) => other.id !== id);
  const isEarlier = (other: PostLink) => other.publishedAt <= publishedAt;
  return {
    ...series,
    posts: [
      ...others.filter(isEarlier),
      { id, slug, publishedOn, publishedAt, displayTitle },
      ...others.filter((other) => !isEarlier(other)),
    ],
  };
}
