// In which order the author's list stands, and how a place in it is told: by what it is sorted by,
// as text that loses nothing (times to the microsecond), and by the id.
import { type SQL, sql } from 'drizzle-orm';
import { postEdits, posts } from '../db/schema';
import type { AuthorFilter, ListSort, Place } from './author-filter';

export type Order = {
  key: SQL;
  isDescending: boolean;
  type: 'timestamptz' | 'text';
};

const byTitle: Order = { key: sql`left(${posts.findText}, 60)`, isDescending: false, type: 'text' };
const newest = (key: SQL): Order => ({ key, isDescending: true, type: 'timestamptz' });

/** Of public posts: each of these is an index. */
const publicOrders: Record<ListSort, Order> = {
  changed: newest(sql`${posts.updatedAt}`),
  published: newest(sql`${posts.listedAt}`),
  title: byTitle,
};

/** Of the few others, joined with their working copies: typing counts as a change. */
const otherOrders: Record<ListSort, Order> = {
  changed: newest(sql`greatest(${posts.updatedAt}, ${postEdits.savedAt})`),
  published: newest(sql`coalesce(${posts.publishedAt}, ${posts.createdAt})`),
  title: byTitle,
};

export const publicOrder = ({ sort }: AuthorFilter): Order => publicOrders[sort];

export function otherOrder({ status, sort }: AuthorFilter): Order {
  if (status === 'scheduled' && sort === 'published')
    return { key: sql`${posts.publishedAt}`, isDescending: false, type: 'timestamptz' };
  if (status === 'binned' && sort === 'changed') return newest(sql`${posts.deletedAt}`);
  return otherOrders[sort];
}

/** The order as it is read from a place: backwards where the page ends there. */
export function orderFrom({ key, isDescending }: Order, place: Place | null): SQL {
  return isDescending === (place?.side === 'before')
    ? sql`${key} asc, ${posts.id} asc`
    : sql`${key} desc, ${posts.id} desc`;
}

/** That a post lies beyond a place. */
export function isBeyond({ key, isDescending, type }: Order, place: Place | null): SQL | undefined {
  if (place === null) return undefined;
  const isLess = isDescending === (place.side === 'after');
  const value = type === 'text' ? sql`${place.key}::text` : sql`${place.key}::timestamptz`;
  return sql`(${key}, ${posts.id}) ${sql.raw(isLess ? '<' : '>')} (${value}, ${place.id}::int)`;
}

/** What a post is sorted by, as text. */
export const keyText = ({ key, type }: Order): SQL<string> =>
  type === 'text'
    ? sql<string>`${key}`
    : sql<string>`to_char(${key} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** Whether a place may be one of this order, so that a made-up address breaks nothing. */
export function isPlaceOf({ type }: Order, place: Place): boolean {
  return type === 'text' || /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/.test(place.key);
}
