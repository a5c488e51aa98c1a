// Writing posts. Each function takes plain input, works in the transaction it is given, and says
// what it did; none knows of requests or sessions.
import { randomBytes } from 'node:crypto';
import { and, eq, inArray, like, max, ne, or, sql } from 'drizzle-orm';
import { type Day, dayInZone } from '../dates';
import type { Database } from '../db/client';
import { changePages } from '../db/page-changes';
import { type PostStatus, postFormerAddresses, posts, postTags, redirects } from '../db/schema';
import { comparablePath } from '../redirects/match';
import { getSettings } from '../settings/queries';
import { postSlug, slugWithSuffix } from '../slugs';
import { ensureTags } from '../tags/write';
import { urls } from '../urls';
import { readAppearance } from './appearance';
import { recordFeedIds } from './feed-id';
import { type DraftFields, type PostFields, type PostInput, postInput } from './input';
import { kinds, type PostKind } from './kinds';
import { type RenderedPost, renderPost } from './render-post';
import { withMedia } from './render-style';
import { slugSource } from './slug-source';
import { touchedTags } from './touched-tags';

/** A post ready to be stored. */
export type PreparedPost = {
  fields: PostFields;
  rendered: RenderedPost;
  number: number;
  slug: string;
  publishedOn: Day;
  feedId?: string;
  importRef?: string;
  importHash?: string;
};

export type CreatedPost = { id: number; number: number; slug: string; publishedOn: Day };

/**
 * Creates one post, published, scheduled or as a draft; a status that its time contradicts is set
 * right. Renders it, finds a free slug and takes the next number of its kind.
 * @throws {z.ZodError} when the input is not what its kind needs
 */
export async function createPost(
  input: PostInput,
  db: Database,
  now = new Date(),
): Promise<CreatedPost> {
  const fields = postInput.parse(input);
  return changePages(db, async (tx, touch) => {
    const settings = await getSettings(tx);
    const number = await nextNumber(fields.kind, tx);
    const publishedOn = dayInZone(fields.publishedAt, settings.timeZone);
    const slug = await freeSlug(fields.slug ?? proposeSlug(fields), publishedOn, tx);
    const rendered = await renderPost(
      fields,
      { number, publishedOn },
      await withMedia(settings, [fields], tx),
    );
    const [id] = await insertPosts([{ fields, rendered, number, slug, publishedOn }], tx, now);
    if (id === undefined) throw new Error('The new post got no id.');
    touch(touchedTags(null, await readAppearance(id, now, tx)));
    return { id, number, slug, publishedOn };
  });
}

/** A draft may have no day yet. */
type PreparedDraft = Omit<PreparedPost, 'fields' | 'publishedOn'> & {
  fields: DraftFields;
  publishedOn: Day | null;
};

/** The columns of a post that come from its fields; of other kinds' columns none. */
export function columnsOf({ fields, rendered, ...place }: PreparedDraft, now: Date) {
  const { tags: _, updatedAt, ...columns } = fields;
  const status = statusAt(fields, now);
  return {
    ...columns,
    ...rendered,
    ...place,
    status,
    updatedAt: updatedAt ?? now,
    firstPublishedAt: status === 'published' ? fields.publishedAt : null,
  };
}

/** A published post of the future is a scheduled one, and a scheduled one that is due is published. */
function statusAt({ status, publishedAt }: DraftFields, now: Date): PostStatus {
  if (status === 'draft' || publishedAt === null) return 'draft';
  return publishedAt <= now ? 'published' : 'scheduled';
}

/**
 * Stores new posts with their tags, in this order, and frees their addresses of redirect rows.
 * @returns their ids
 */
export async function insertPosts(
  prepared: PreparedPost[],
  tx: Database,
  now: Date,
): Promise<number[]> {
  if (prepared.length === 0) return [];
  const rows = await tx
    .insert(posts)
    .values(prepared.map((post) => columnsOf(post, now)))
    .returning({ id: posts.id });
  const ids = rows.map((row) => row.id);
  await recordFeedIds(
    ids.filter((_, index) => prepared[index]?.feedId === undefined),
    tx,
  );
  await attachTags(
    prepared.map((post, index) => ({ postId: ids[index] ?? 0, names: post.fields.tags })),
    tx,
  );
  await freeAddresses(
    prepared.filter(({ fields }) => statusAt(fields, now) === 'published'),
    tx,
  );
  return ids;
}

/** Gives posts that have none their tags, in the order given; unknown tags are made. */
export async function attachTags(
  taggings: { postId: number; names: string[] }[],
  tx: Database,
): Promise<void> {
  const tagIds = await ensureTags(
    taggings.flatMap((tagging) => tagging.names),
    tx,
  );
  const rows = taggings.flatMap(({ postId, names }) => {
    const ids = [...new Set(names.flatMap((name) => tagIds.get(name) ?? []))];
    return ids.map((tagId, position) => ({ postId, tagId, position }));
  });
  if (rows.length > 0) await tx.insert(postTags).values(rows);
}

type Addressed = { publishedOn: Day; slug: string };

/** A live page wins over a redirect: what stands in the way of posts goes. */
export async function freeAddresses(prepared: Addressed[], tx: Database): Promise<void> {
  const paths = prepared.flatMap((post) => comparablePath(urls.post(post)) ?? []);
  await tx.delete(redirects).where(and(eq(redirects.host, ''), inArray(redirects.path, paths)));
  const days = prepared.map(({ publishedOn }) => publishedOn);
  const slugs = prepared.map(({ slug }) => slug.toLowerCase());
  const addresses = sql`select * from unnest(${sql.param(days)}::text[]::date[], ${sql.param(slugs)}::text[])`;
  await tx
    .delete(postFormerAddresses)
    .where(
      sql`(${postFormerAddresses.publishedOn}, ${postFormerAddresses.slug}) in (${addresses})`,
    );
}

/** The next short id of a kind. Two writers wait for each other. */
export async function nextNumber(kind: PostKind, tx: Database): Promise<number> {
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtext('commonplace number'), hashtext(${kind}))`,
  );
  const [row] = await tx
    .select({ highest: max(posts.number) })
    .from(posts)
    .where(eq(posts.kind, kind));
  return (row?.highest ?? 0) + 1;
}

/** A slug from what names the post; text that leaves nothing gives the kind and a short hash. */
export function proposeSlug(fields: DraftFields): string {
  const fallback = `${kinds[fields.kind].label}-${randomBytes(3).toString('hex')}`;
  return postSlug(slugSource(fields), fallback);
}

/**
 * The slug, or its first numbered form that no other post of the day has. Two writers wait for
 * each other.
 */
export async function freeSlug(
  wanted: string,
  day: Day,
  tx: Database,
  { except = 0 } = {},
): Promise<string> {
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtext('commonplace slug'), hashtext(${day}))`,
  );
  const lower = sql<string>`lower(${posts.slug})`;
  const taken = await tx
    .select({ slug: lower })
    .from(posts)
    .where(
      and(
        eq(posts.publishedOn, day),
        ne(posts.id, except),
        or(eq(lower, wanted.toLowerCase()), like(lower, `${wanted.toLowerCase().slice(0, 60)}%`)),
      ),
    );
  return firstFree(wanted, new Set(taken.map((row) => row.slug)));
}

/** The slug, or its first numbered form that is not among those taken (in lower case). */
export function firstFree(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted.toLowerCase())) return wanted;
  for (let number = 2; ; number += 1) {
    const candidate = slugWithSuffix(wanted, number);
    if (!taken.has(candidate.toLowerCase())) return candidate;
  }
}
