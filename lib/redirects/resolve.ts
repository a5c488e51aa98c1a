// Where an address leads that is not a page, or not a page any more, in one hop.
import { and, eq, inArray, sql } from 'drizzle-orm';
import { nearestDays } from '../archive/queries';
import { type Day, monthRange, yearRange } from '../dates';
import { type Database, database } from '../db/client';
import { postFormerAddresses, posts, redirects } from '../db/schema';
import { isListed } from '../posts/visibility';
import { countSeriesPosts, getSeries } from '../series/queries';
import { findRenamedTag, getTags } from '../tags/queries';
import { type Address, addressPath, decodePath, parseAddress, urls } from '../urls';
import { anyPath, comparablePath, matchRedirect } from './match';

/** Chains are flattened when written; this many hops are followed where one slipped through. */
const maxHops = 5;

/** A path of this site with its query, taken apart. */
type Asked = { pathname: string; search: string };

function split(target: string): Asked {
  const { pathname, search } = new URL(target, 'http://this.site');
  return { pathname, search };
}

const isOwnPath = (target: string) => target.startsWith('/') && !target.startsWith('//');

/** Whether a public page answers at an address. Lists count as live; their pages may still end. */
async function isLive(address: Address, now: Date, db: Database): Promise<boolean> {
  switch (address.page) {
    case 'post':
      return (await db.$count(posts, and(addressIs(address.day, address.slug), isListed(now)))) > 0;
    case 'tag': {
      const found = await getTags(address.slugs, now, db);
      return found.length === address.slugs.length && found.every((tag) => tag.count > 0);
    }
    case 'series': {
      const series = await getSeries(address.slug, db);
      return series !== null && (await countSeriesPosts(series.id, now, db)) > 0;
    }
    default:
      return true;
  }
}

const addressIs = (day: Day, slug: string) =>
  and(eq(posts.publishedOn, day), eq(sql`lower(${posts.slug})`, slug.toLowerCase()));

/**
 * Where a path that no page answers leads: a row of the redirect table, then a renamed tag, then
 * the post that was once there. Null when nowhere.
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
  const { pathname, search } = split(target);
  const address = parseAddress(pathname);
  const canonical = address ? addressPath(address) : pathname;
  if (address && (await isLive(address, now, db)))
    return canonical === origin ? null : canonical + search;
  const further = hops > 0 ? await nextHop(pathname, search, now, db) : null;
  if (further === null) return canonical === origin ? null : canonical + search;
  return isOwnPath(further) ? settle(further, origin, hops - 1, now, db) : further;
}

async function nextHop(
  pathname: string,
  search: string,
  now: Date,
  db: Database,
): Promise<string | null> {
  return (
    (await findRow('', pathname, search, db)) ??
    (await findFormerTag(pathname, db)) ??
    (await findFormerPost(pathname, now, db))
  );
}

async function findRow(
  host: string,
  pathname: string,
  search: string,
  db: Database,
): Promise<string | null> {
  const path = comparablePath(pathname);
  if (path === null) return null;
  const rows = await db
    .select({ path: redirects.path, target: redirects.target })
    .from(redirects)
    .where(and(eq(redirects.host, host), inArray(redirects.path, [path, anyPath])));
  return matchRedirect(rows, pathname, search);
}

/** `/tags/old/` and `/tags/c++/` by the names that tags once had, also inside an intersection. */
async function findFormerTag(pathname: string, db: Database): Promise<string | null> {
  const [section, name, ...surplus] = decodePath(pathname) ?? [];
  if (section !== 'tags' && section !== 'tag') return null;
  if (name === undefined || surplus.length > 0) return null;
  const whole = await findRenamedTag(name, db);
  if (whole !== null) return urls.tag(whole);
  const address = parseAddress(pathname);
  if (address?.page !== 'tag') return null;
  const renamed = await Promise.all(address.slugs.map((slug) => findRenamedTag(slug, db)));
  if (renamed.every((slug) => slug === null)) return null;
  const live = new Set(
    (await getTags(address.slugs, new Date(), db))
      .filter((tag) => tag.count > 0)
      .map((tag) => tag.slug),
  );
  return urls.tag(
    address.slugs.map((slug, index) => (live.has(slug) ? slug : (renamed[index] ?? slug))),
  );
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

/**
 * The one redirect that a path not written canonically gets: to the live page it means, else to
 * where that page went, else to its canonical form. Null when it means nothing.
 */
export async function resolveAddress(
  pathname: string,
  query: URLSearchParams,
  now = new Date(),
  db = database(),
): Promise<string | null> {
  const address = parseAddress(pathname, query);
  if (address === null) return resolveMissing(pathname, searchOf(query), now, db);
  const canonical = addressPath(address) + searchOf(query);
  if (await isLive(address, now, db)) return canonical;
  const moved =
    (await resolveMissing(pathname, searchOf(query), now, db)) ??
    (await resolveMissing(addressPath(address), searchOf(query), now, db));
  return moved ?? canonical;
}

/** The query without `page`, which is part of the canonical path. */
function searchOf(query: URLSearchParams): string {
  const rest = new URLSearchParams(query);
  rest.delete('page');
  return rest.size === 0 ? '' : `?${rest}`;
}

/** Where a former host sends a path: its row, its `*` row, else the same path here. */
export async function resolveFormerHost(
  host: string,
  pathname: string,
  search: string,
  now = new Date(),
  db = database(),
): Promise<string> {
  const target = (await findRow(host, pathname, search, db)) ?? pathname + search;
  if (!isOwnPath(target)) return target;
  const own = split(target);
  return (await resolveAddress(own.pathname, new URLSearchParams(own.search), now, db)) ?? target;
}

/**
 * The nearest days with posts around a date that has none, for its 404. Of a date that no calendar
 * has, such as the 30th of February, around its month.
 */
export async function suggestDays(pathname: string, now = new Date(), db = database()) {
  const [year, month] = pathname.split('/').filter(Boolean);
  const address = parseAddress(pathname) ?? parseAddress(`/${year}/${month}/`);
  const range = address && rangeOf(address);
  return range ? nearestDays(range, now, db) : null;
}

function rangeOf(address: Address): { from: Day; before: Day } | null {
  switch (address.page) {
    case 'year':
      return yearRange(address.year);
    case 'month':
      return monthRange(address.year, address.month);
    case 'day':
    case 'post':
      return { from: address.day, before: address.day };
    default:
      return null;
  }
}
