// Whether a public page answers at an address. Asked before anything redirects to it, so it costs a
// query or two that read an index, and none for pages that are always there.
import { and, eq, gte, inArray, lt, type SQL, sql } from 'drizzle-orm';
import { type Day, monthRange, yearRange } from '../dates';
import type { Database } from '../db/client';
import { posts, postTags, series } from '../db/schema';
import { pageSize } from '../posts/types';
import { isListed, isListedTagging } from '../posts/visibility';
import { getTags } from '../tags/queries';
import type { Address, PageAddress } from '../urls';

type Range = { from: Day; before: Day };

const within = ({ from, before }: Range) =>
  and(gte(posts.publishedOn, from), lt(posts.publishedOn, before));

const addressIs = (day: Day, slug: string) =>
  and(eq(posts.publishedOn, day), eq(sql`lower(${posts.slug})`, slug.toLowerCase()));

/** The address as its page writes it, a slug as it is stored; null when no page is there. */
export async function findLive(address: Address, now: Date, db: Database): Promise<Address | null> {
  if (address.page !== 'feed') return findLivePage(address, now, db);
  const of = await findLivePage(address.of, now, db);
  return of && { ...address, of };
}

async function findLivePage(
  address: PageAddress,
  now: Date,
  db: Database,
): Promise<PageAddress | null> {
  if (address.page === 'post') {
    const [post] = await db
      .select({ slug: posts.slug })
      .from(posts)
      .where(and(addressIs(address.day, address.slug), isListed(now)));
    return post ? { ...address, slug: post.slug } : null;
  }
  const isLive =
    isAlwaysThere(address) ||
    (address.page === 'tag'
      ? await isTagLive(address, now, db)
      : await isListLive(address, now, db));
  return isLive ? address : null;
}

/** Indexes, and the first pages of the stream and of the kinds, may be empty. */
function isAlwaysThere(address: PageAddress): boolean {
  switch (address.page) {
    case 'stream':
    case 'kind':
      return address.number === 1;
    case 'tags':
    case 'series-index':
    case 'about':
      return true;
    default:
      return false;
  }
}

type TagAddress = Extract<Address, { page: 'tag' }>;
type ListAddress = Exclude<PageAddress, TagAddress>;

const skipped = (address: PageAddress) =>
  'number' in address ? (address.number - 1) * pageSize : 0;

async function isListLive(address: ListAddress, now: Date, db: Database): Promise<boolean> {
  const shown = await db
    .select({ id: posts.id })
    .from(posts)
    .where(and(listedAt(address, db), isListed(now)))
    .offset(skipped(address))
    .limit(1);
  return shown.length > 0;
}

/**
 * Which posts the pages of an address list. The front page may hold more of the stream than other
 * pages do: the last one may count as live and end in a 404.
 */
function listedAt(address: ListAddress, db: Database): SQL | undefined {
  switch (address.page) {
    case 'year':
      return within(yearRange(address.year));
    case 'month':
      return within(monthRange(address.year, address.month));
    case 'day':
      return eq(posts.publishedOn, address.day);
    case 'kind':
      return eq(posts.kind, address.kind);
    case 'beats':
      return and(eq(posts.kind, 'beat'), eq(posts.beatType, address.type));
    case 'series':
      return inArray(
        posts.seriesId,
        db.select({ id: series.id }).from(series).where(eq(series.slug, address.slug)),
      );
    default:
      return undefined;
  }
}

/** Of one tag the count says it; of several, the rarest leads and the others are probed. */
async function isTagLive(address: TagAddress, now: Date, db: Database): Promise<boolean> {
  const found = await getTags(address.slugs, now, db);
  const [rarest, ...others] = found.sort((a, b) => a.count - b.count);
  if (rarest === undefined || found.length < address.slugs.length) return false;
  if (rarest.count <= skipped(address)) return false;
  if (others.length === 0) return true;
  const alsoTagged = others.map(
    (tag) =>
      sql`exists (select 1 from post_tags other where other.post_id = "post_tags"."post_id" and other.tag_id = ${tag.id})`,
  );
  const shown = await db
    .select({ id: postTags.postId })
    .from(postTags)
    .where(and(eq(postTags.tagId, rarest.id), isListedTagging(now), ...alsoTagged))
    .offset(skipped(address))
    .limit(1);
  return shown.length > 0;
}
