// Changes of the site, each one call of a write function, and the pages that must show it.
import { sql } from 'drizzle-orm';
import { type Day, splitDay } from '../dates';
import type { Database } from '../db/client';
import type { PostInput } from '../posts/input';
import { type PostKind, postKinds } from '../posts/kinds';
import { pageSize } from '../posts/types';
import { createPost } from '../posts/write';
import { urls } from '../urls';
import type { LargeTag } from './addresses';

/** A page that a change affects, and whether an answer shows the change. */
export type Affected = { page: string; path: string; isFresh: (answer: Shown) => boolean };

/** The part of an answer that tells. */
export type Shown = { status: number; body: { includes(text: string): boolean } };

export type Change = {
  name: string;
  /** What to ask for before, so that an old answer is stored. */
  paths: string[];
  /** The change itself: what is timed. */
  apply: () => Promise<void>;
  affected: Affected[];
};

/** A word that no page has yet; letters and digits only, so that nothing rewrites it. */
const markerOf = (number: number) => `fresh${number}x${Date.now().toString(36)}`;

/** Publishes a post of each kind in turn, in the month and day of now and under a large tag. */
export async function planChange(
  number: number,
  tag: LargeTag,
  database: Database,
): Promise<Change> {
  const kind = postKinds[number % postKinds.length] ?? 'entry';
  const marker = markerOf(number);
  const now = new Date();
  const day = now.toISOString().slice(0, 10);
  const input = inputOf(kind, { marker, publishedAt: now, tags: [tag.name] });
  const affected = await pagesShowing({ marker, slug: marker, kind, day, tag }, database);
  return {
    name: `publish ${kind}`,
    paths: affected.map(({ path }) => path),
    apply: async () => {
      await createPost(input, database);
    },
    affected,
  };
}

function inputOf(
  kind: PostKind,
  { marker, publishedAt, tags }: { marker: string; publishedAt: Date; tags: string[] },
): PostInput {
  const common = { slug: marker, publishedAt, tags, body: `Words about ${marker}.` };
  const title = `On ${marker}`;
  switch (kind) {
    case 'entry':
    case 'note':
      return { ...common, kind, title };
    case 'blogmark':
      return { ...common, kind, linkTitle: title, linkUrl: 'https://example.org/' };
    case 'quotation':
      return { ...common, kind, source: title };
    case 'beat':
      return { ...common, kind, beatType: 'release', title, linkUrl: 'https://example.org/' };
  }
}

type Place = { marker: string; slug: string; kind: PostKind; day: Day; tag: LargeTag };

async function pagesShowing(
  { marker, slug, kind, day, tag }: Place,
  database: Database,
): Promise<Affected[]> {
  const { year, month } = splitDay(day);
  const shows = ({ status, body }: Shown) => status === 200 && body.includes(marker);
  const lastOfMonth = Math.floor((await countInMonth(day, database)) / pageSize) + 1;
  const pages: [page: string, path: string][] = [
    ['post', urls.post({ publishedOn: day, slug })],
    ['front page', urls.stream()],
    ['day', urls.day(day)],
    ['month', urls.month(year, month, lastOfMonth)],
    ['tag', urls.tag(tag.slug)],
    ['kind', urls.kind(kind)],
  ];
  return pages.map(([page, path]) => ({ page, path, isFresh: shows }));
}

/** A month shows its oldest posts first: the newest stand on its last page. */
async function countInMonth(day: Day, database: Database): Promise<number> {
  const [row] = await database.execute<{ count: number }>(sql`
    select count(*)::int as count from posts where listed_at is not null
      and published_on >= date_trunc('month', ${day}::date) and published_on <= ${day}::date`);
  return row?.count ?? 0;
}
