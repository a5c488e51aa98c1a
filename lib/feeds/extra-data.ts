// What `?_extra=` adds to the items of a JSON feed.
import { cacheTags } from '../cache-tags';
import type { Database } from '../db/client';
import { listRelatedPosts } from '../posts/related';
import type { TagCount } from '../posts/types';
import { countTags } from '../tags/queries';
import { absolute, urls } from '../urls';
import type { Extra } from './extras';
import type { FeedPost } from './queries';

/** The object `_commonplace` of an item. */
export type ExtraData = {
  kind: string;
  /** Of a beat. */
  type?: string;
  /** As it stands on the page of the post. */
  html?: string;
  text?: string;
  tags?: { slug: string; name: string; url: string }[];
  related?: { title: string; url: string; date_published: string }[];
  /** Words of the post, and how many public posts its tags have. */
  counts?: { words: number; tags: Record<string, number> };
};

type Asked = { extras: readonly Extra[]; siteUrl: string; now: Date; db: Database };

/** Cache tags that a feed with extras carries besides. Counts may lag, as in the chips of pages. */
export function tagsOfExtras(extras: readonly Extra[]): string[] {
  return extras.includes('related') ? [cacheTags.everything] : [];
}

/** The data by id of the post; none where nothing is asked for. */
export async function readExtraData(
  posts: readonly FeedPost[],
  asked: Asked,
): Promise<Map<number, ExtraData>> {
  const { extras, now, db } = asked;
  if (extras.length === 0) return new Map();
  const needsCounts = extras.includes('counts') || extras.includes('related');
  const allTags = [...new Map(posts.flatMap(({ post }) => post.tags).map((tag) => [tag.id, tag]))];
  const counted = needsCounts
    ? await countTags(
        allTags.map(([, tag]) => tag),
        now,
        db,
      )
    : [];
  const counts = new Map(counted.map((tag) => [tag.id, tag]));
  const data = await Promise.all(
    posts.map(async (found) => [found.post.id, await dataOf(found, counts, asked)] as const),
  );
  return new Map(data);
}

async function dataOf(
  { post, plainText, wordCount }: FeedPost,
  counts: ReadonlyMap<number, TagCount>,
  { extras, siteUrl, now, db }: Asked,
): Promise<ExtraData> {
  const has = (extra: Extra) => extras.includes(extra);
  const counted = post.tags.flatMap((tag) => counts.get(tag.id) ?? []);
  const related = has('related') ? await listRelatedPosts(post.id, counted, 5, now, db) : [];
  return {
    kind: post.kind,
    ...(post.kind === 'beat' && { type: post.type }),
    ...(has('html') && { html: post.html }),
    ...(has('text') && { text: plainText }),
    ...(has('tags') && {
      tags: post.tags.map(({ slug, name }) => ({
        slug,
        name,
        url: absolute(urls.tag(slug), siteUrl),
      })),
    }),
    ...(has('related') && {
      related: related.map((other) => ({
        title: other.displayTitle,
        url: absolute(urls.post(other), siteUrl),
        date_published: other.publishedAt.toISOString(),
      })),
    }),
    ...(has('counts') && {
      counts: {
        words: wordCount,
        tags: Object.fromEntries(counted.map((tag) => [tag.slug, tag.count])),
      },
    }),
  };
}
