// Reading tags for who looks after them: those that only drafts have, or nothing, are there too.
import { and, asc, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { database } from '../db/client';
import { posts, postTags, tagFormerNames, tags } from '../db/schema';
import type { PostKind } from '../posts/kinds';
import type { TagCount, TagRef } from '../posts/types';

export const tagSorts = ['count', 'name', 'newest'] as const;
export type TagSort = (typeof tagSorts)[number];

export type TagFilter = {
  /** Part of a name or an address. */
  text?: string;
  /** Only tags that no post has. */
  isUnused?: boolean;
  sort?: TagSort;
  page?: number;
};

export type ManagedTag = TagRef & {
  published: number;
  /** Drafts and scheduled posts, and posts in the bin. */
  unpublished: number;
  hasDescription: boolean;
};

export type TagList = { tags: ManagedTag[]; total: number; page: number; pages: number };

export const tagsPerPage = 50;

/** The archive's index has taggings without a time in one place, and those of scheduled posts. */
const unpublished = sql<number>`(
  select count(*)::int from post_tags where tag_id = "tags"."id" and listed_at is null
) + (
  select count(*)::int from post_tags
  where tag_id = "tags"."id" and listed_at is not null and not is_published
)`;

/** That no post has a tag, whatever its state. */
export const isUnused = and(
  eq(tags.publishedCount, 0),
  sql`not exists (select from post_tags where tag_id = "tags"."id")`,
);

const orders: Record<TagSort, SQL[]> = {
  count: [desc(tags.publishedCount), asc(tags.slug)],
  name: [asc(tags.slug)],
  newest: [desc(tags.id)],
};

const columns = {
  id: tags.id,
  slug: tags.slug,
  name: tags.name,
  published: tags.publishedCount,
  unpublished: unpublished.as('unpublished'),
  hasDescription: sql<boolean>`${tags.description} <> ''`,
};

/** A page of tags; one past the end is the last one. */
export async function listManagedTags(
  { text = '', isUnused: onlyUnused = false, sort = 'count', page = 1 }: TagFilter,
  db = database(),
): Promise<TagList> {
  const where = and(onlyUnused ? isUnused : undefined, textIs(text));
  const total = await db.$count(tags, where);
  const pages = Math.max(1, Math.ceil(total / tagsPerPage));
  const number = Math.min(Math.max(1, page), pages);
  const found = await db
    .select(columns)
    .from(tags)
    .where(where)
    .orderBy(...orders[sort])
    .limit(tagsPerPage)
    .offset((number - 1) * tagsPerPage);
  return { tags: found, total, page: number, pages };
}

function textIs(text: string): SQL | undefined {
  const wanted = text.normalize('NFC').trim().toLowerCase();
  if (wanted === '') return undefined;
  return sql`(strpos(lower(${tags.name}), ${wanted}) > 0 or strpos(${tags.slug}, ${wanted}) > 0)`;
}

/** How many tags no post has. */
export async function countUnusedTags(db = database()): Promise<number> {
  return db.$count(tags, isUnused);
}

/** Tags by id, those that exist, the most used first. */
export async function listTagsById(ids: number[], db = database()): Promise<TagCount[]> {
  if (ids.length === 0) return [];
  return db
    .select({ id: tags.id, slug: tags.slug, name: tags.name, count: tags.publishedCount })
    .from(tags)
    .where(inArray(tags.id, ids))
    .orderBy(...orders.count);
}

export type TagDetail = ManagedTag & {
  description: string;
  descriptionHtml: string;
  createdAt: Date;
  /** What else leads to it. */
  formerNames: string[];
};

/** A tag by id; null when there is none. */
export async function getManagedTag(id: number, db = database()): Promise<TagDetail | null> {
  const { description, descriptionHtml, createdAt } = tags;
  const [[tag], names] = await Promise.all([
    db
      .select({ ...columns, description, descriptionHtml, createdAt })
      .from(tags)
      .where(eq(tags.id, id)),
    db
      .select({ name: tagFormerNames.name })
      .from(tagFormerNames)
      .where(eq(tagFormerNames.tagId, id))
      .orderBy(tagFormerNames.name),
  ]);
  return tag ? { ...tag, formerNames: names.map((row) => row.name) } : null;
}

export type TaggedPost = {
  id: number;
  kind: PostKind;
  displayTitle: string;
  /** Null for drafts. */
  listedAt: Date | null;
};

/** Posts with a tag, drafts and scheduled ones first, then the newest. Not those in the bin. */
export async function listTaggedPosts(
  tagId: number,
  limit: number,
  db = database(),
): Promise<TaggedPost[]> {
  return db
    .select({
      id: posts.id,
      kind: posts.kind,
      displayTitle: posts.displayTitle,
      listedAt: posts.listedAt,
    })
    .from(postTags)
    .innerJoin(posts, eq(posts.id, postTags.postId))
    .where(and(eq(postTags.tagId, tagId), sql`${posts.deletedAt} is null`))
    .orderBy(desc(postTags.listedAt), desc(postTags.postId))
    .limit(limit);
}
