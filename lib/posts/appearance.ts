// Reads how a post stands among the public pages, for touched-tags.ts.
import { and, eq, gt, ne, sql } from 'drizzle-orm';
import { nearestDays } from '../archive/queries';
import { nextDay } from '../dates';
import type { Database } from '../db/client';
import { postFormerAddresses, posts, postTags, redirects } from '../db/schema';
import { maxStreamPage, urls } from '../urls';
import { frontPageCandidates } from './front-page';
import { getNeighbourIds } from './page-queries';
import { recentEntriesShown } from './queries';
import type { Appearance } from './touched-tags';
import { pageSize } from './types';
import { isListed } from './visibility';

/** More posts than the front page and the numbered pages can hold. */
export const streamReach = frontPageCandidates + maxStreamPage * pageSize;

/** How a post stands at an instant; null when it is not public. */
export async function readAppearance(
  id: number,
  now: Date,
  tx: Database,
): Promise<Appearance | null> {
  const [post] = await tx
    .select({
      id: posts.id,
      kind: posts.kind,
      beatType: posts.beatType,
      slug: posts.slug,
      publishedOn: posts.publishedOn,
      publishedAt: posts.listedAt,
      displayTitle: posts.displayTitle,
      seriesId: posts.seriesId,
    })
    .from(posts)
    .where(and(eq(posts.id, id), isListed(now)));
  if (post === undefined || post.publishedOn === null || post.publishedAt === null) return null;
  const { publishedOn, publishedAt } = post;
  const [taggings, neighbours, days, others, newerEntries, newer, formerPaths] = await Promise.all([
    tx.select({ tagId: postTags.tagId }).from(postTags).where(eq(postTags.postId, id)),
    getNeighbourIds({ id, kind: post.kind, publishedAt }, now, tx),
    nearestDays({ from: publishedOn, before: nextDay(publishedOn) }, now, tx),
    tx.$count(posts, and(eq(posts.publishedOn, publishedOn), isListed(now), ne(posts.id, id))),
    post.kind === 'entry' ? countNewer(publishedAt, recentEntriesShown, now, tx, 'entry') : 0,
    countNewer(publishedAt, streamReach, now, tx),
    listFormerPaths({ id, publishedOn, slug: post.slug }, tx),
  ]);
  return {
    ...post,
    publishedOn,
    publishedAt: publishedAt.getTime(),
    tagIds: taggings.map((tagging) => tagging.tagId),
    neighbours,
    earlierDay: days.earlier,
    laterDay: days.later,
    isAloneOnDay: others === 0,
    isRecentEntry: post.kind === 'entry' && newerEntries < recentEntriesShown,
    isInStream: newer < streamReach,
    formerPaths,
  };
}

/** How many public posts are newer than an instant, counted up to a number. */
async function countNewer(
  publishedAt: Date,
  upTo: number,
  now: Date,
  tx: Database,
  kind?: 'entry',
): Promise<number> {
  const newer = tx
    .select({ id: posts.id })
    .from(posts)
    .where(
      and(gt(posts.listedAt, publishedAt), isListed(now), kind ? eq(posts.kind, kind) : undefined),
    )
    .limit(upTo)
    .as('newer');
  const [row] = await tx.select({ count: sql<number>`count(*)::int` }).from(newer);
  return row?.count ?? 0;
}

/** Where a post was before, and where a redirect row leads to it. */
async function listFormerPaths(
  post: { id: number; publishedOn: string; slug: string },
  tx: Database,
): Promise<string[]> {
  const path = urls.post(post);
  const [addresses, rows] = await Promise.all([
    tx
      .select({ publishedOn: postFormerAddresses.publishedOn, slug: postFormerAddresses.slug })
      .from(postFormerAddresses)
      .where(eq(postFormerAddresses.postId, post.id)),
    tx
      .select({ path: redirects.path })
      .from(redirects)
      // With a query or a fragment after it as well.
      .where(and(eq(redirects.host, ''), sql`starts_with(${redirects.target}, ${path})`)),
  ]);
  return [...addresses.map(urls.post), ...rows.map((row) => row.path)];
}
