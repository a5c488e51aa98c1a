// Where an address leads that is not a page, or not a page any more, in one hop.
import { and, eq, inArray } from 'drizzle-orm';
import { type Database, database } from '../db/client';
import { postFormerAddresses, posts, redirects, series, seriesFormerSlugs } from '../db/schema';
import { feedAddress } from '../feeds/addresses';
import { isListed } from '../posts/visibility';
import { parseShortId } from '../route-urls';
import { findRenamedTag, getTags } from '../tags/queries';
import { type Address, addressPath, canonicalTags, decodePath, parseAddress, urls } from '../urls';
import { findLive } from './live';
import { anyPath, comparablePath, hostNames, matchRedirect } from './match';

/** Chains are flattened when written; this many hops are followed where one slipped through. */
const maxHops = 5;

/** A path of this site with its query, taken apart. */
type Asked = { pathname: string; search: string };

function split(target: string): Asked & { hash: string } {
  const { pathname, search, hash } = new URL(target, 'http://this.site');
  return { pathname, search, hash };
}

const isOwnPath = (target: string) => target.startsWith('/') && !target.startsWith('//');

/**
 * Where a path that no page answers leads: the post that it is short for, a row of the redirect
 * table, then a renamed tag, then the post that was once there. Null when nowhere.
 */
export async function resolveMissing(
  pathname: string,
  search = '',
  now = new Date(),
  db = database(),
): Promise<string | null> {
  const target = await nextHop(pathname, search, now, db);
  if (target === null) return null;
  return isOwnPath(target) ? settle(target, pathname, maxHops, now, db) : target;
}

/** Follows what is left of a chain to the canonical address of a live page, if there is one. */
async function settle(
  target: string,
  origin: string,
  hops: number,
  now: Date,
  db: Database,
): Promise<string | null> {
  const { pathname, search, hash } = split(target);
  const address = parseAddress(pathname);
  const live = address && (await findLive(address, now, db));
  const canonical = address ? addressPath(live ?? address) : pathname;
  const end = canonical === origin ? null : canonical + search + hash;
  if (live) return end;
  const further = hops > 0 ? await nextHop(pathname, search, now, db) : null;
  if (further === null) return end;
  return isOwnPath(further) ? settle(further, origin, hops - 1, now, db) : further;
}

async function nextHop(
  pathname: string,
  search: string,
  now: Date,
  db: Database,
): Promise<string | null> {
  return (
    (await findShort(pathname, search, now, db)) ??
    (await findRow([''], pathname, search, db)) ??
    (await findFormerTag(pathname, now, db)) ??
    (await findFormerSeries(pathname, now, db)) ??
    (await findFormerPost(pathname, now, db)) ??
    (await findFormerFeed(pathname, now, db))
  );
}

/** `/e/12/` by the number that a post has among those of its kind. */
async function findShort(
  pathname: string,
  search: string,
  now: Date,
  db: Database,
): Promise<string | null> {
  const short = parseShortId(pathname);
  if (short === null) return null;
  const [row] = await db
    .select({ publishedOn: posts.publishedOn, slug: posts.slug })
    .from(posts)
    .where(and(eq(posts.kind, short.kind), eq(posts.number, short.number), isListed(now)));
  return row?.publishedOn
    ? urls.post({ publishedOn: row.publishedOn, slug: row.slug }) + search
    : null;
}

async function findRow(
  hosts: string[],
  pathname: string,
  search: string,
  db: Database,
): Promise<string | null> {
  const path = comparablePath(pathname);
  if (path === null) return null;
  const rows = await db
    .select({ path: redirects.path, target: redirects.target })
    .from(redirects)
    .where(and(inArray(redirects.host, hosts), inArray(redirects.path, [path, anyPath])));
  return matchRedirect(rows, pathname, search);
}

/**
 * `/tags/old/` and `/tags/c++/` by the names that tags once had, also inside an intersection and
 * on later pages. Null where that leads to nothing public.
 */
async function findFormerTag(pathname: string, now: Date, db: Database): Promise<string | null> {
  const [section, name, ...surplus] = decodePath(pathname) ?? [];
  if ((section !== 'tags' && section !== 'tag') || name === undefined) return null;
  const whole = surplus.length === 0 ? await findRenamedTag(name, now, db) : null;
  if (whole !== null) return urls.tag(whole);
  const address = parseAddress(pathname);
  if (address?.page !== 'tag') return null;
  const renamed = await Promise.all(address.slugs.map((slug) => findRenamedTag(slug, now, db)));
  if (renamed.every((slug) => slug === null)) return null;
  const live = new Set(
    (await getTags(address.slugs, now, db)).filter((tag) => tag.count > 0).map((tag) => tag.slug),
  );
  const slugs = address.slugs.map((slug, index) =>
    live.has(slug) ? slug : (renamed[index] ?? slug),
  );
  return findLiveList({ ...address, slugs: canonicalTags(slugs) }, now, db);
}

/** A page of a list, or its first where it has none of that number any more. */
async function findLiveList(
  address: Extract<Address, { number: number }>,
  now: Date,
  db: Database,
): Promise<string | null> {
  for (const number of new Set([address.number, 1])) {
    const there = await findLive({ ...address, number }, now, db);
    if (there) return addressPath(there);
  }
  return null;
}

async function findFormerSeries(pathname: string, now: Date, db: Database): Promise<string | null> {
  const address = parseAddress(pathname);
  if (address?.page !== 'series') return null;
  const [row] = await db
    .select({ slug: series.slug })
    .from(seriesFormerSlugs)
    .innerJoin(series, eq(series.id, seriesFormerSlugs.seriesId))
    .where(eq(seriesFormerSlugs.slug, address.slug));
  return row ? findLiveList({ ...address, slug: row.slug }, now, db) : null;
}

async function findFormerPost(pathname: string, now: Date, db: Database): Promise<string | null> {
  const address = parseAddress(pathname);
  if (address?.page !== 'post') return null;
  const [row] = await db
    .select({ publishedOn: posts.publishedOn, slug: posts.slug })
    .from(postFormerAddresses)
    .innerJoin(posts, eq(posts.id, postFormerAddresses.postId))
    .where(
      and(
        eq(postFormerAddresses.publishedOn, address.day),
        eq(postFormerAddresses.slug, address.slug.toLowerCase()),
        isListed(now),
      ),
    );
  return row?.publishedOn ? urls.post({ publishedOn: row.publishedOn, slug: row.slug }) : null;
}

/** A feed goes where its page went, as far as there is one. */
async function findFormerFeed(pathname: string, now: Date, db: Database): Promise<string | null> {
  const address = parseAddress(pathname);
  if (address?.page !== 'feed') return null;
  const target = await nextHop(addressPath(address.of), '', now, db);
  const of = target !== null && isOwnPath(target) ? parseAddress(split(target).pathname) : null;
  const feed = of && of.page !== 'feed' ? feedAddress(address.format, of) : null;
  return feed && addressPath(feed);
}

/**
 * The one redirect that a path not written canonically gets: to the live page it means, else to
 * where that page went. Null when it leads to no page.
 */
export async function resolveAddress(
  pathname: string,
  search: string,
  now = new Date(),
  db = database(),
): Promise<string | null> {
  const address = parseAddress(pathname, new URLSearchParams(search));
  const kept = withoutPage(search);
  if (address === null) return resolveMissing(pathname, kept, now, db);
  const live = await findLive(address, now, db);
  if (live) return addressPath(live) + kept;
  return (
    (await resolveMissing(pathname, kept, now, db)) ??
    (await resolveMissing(addressPath(address), kept, now, db))
  );
}

/** A query as it is written, without `page`, which is part of the canonical path. */
function withoutPage(search: string): string {
  const pairs = search.replace(/^\?/, '').split('&').filter(Boolean);
  const kept = pairs.filter((pair) => !new URLSearchParams(pair).has('page'));
  return kept.length === 0 ? '' : `?${kept.join('&')}`;
}

/** A row that only says "the same path here" says what is so without it, and keeps the query. */
const isSamePath = (target: string, pathname: string) =>
  isOwnPath(target) && !/[?#]/.test(target) && comparablePath(target) === comparablePath(pathname);

/** Where a former host sends a path: its row, its `*` row, else the same path here. */
export async function resolveFormerHost(
  host: string,
  pathname: string,
  search: string,
  now = new Date(),
  db = database(),
): Promise<string> {
  const row = await findRow(hostNames(host), pathname, search, db);
  const target = row === null || isSamePath(row, pathname) ? pathname + search : row;
  if (!isOwnPath(target)) return target;
  const own = split(target);
  const address = await resolveAddress(own.pathname, own.search, now, db);
  if (address === null) return target;
  return address.includes('#') ? address : address + own.hash;
}
