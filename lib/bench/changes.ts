// Changes of the site, each one call of a write function, and the pages that must show it.
import { sql } from 'drizzle-orm';
import { type Day, splitDay } from '../dates';
import type { Database } from '../db/client';
import { unpublishPost, updatePost } from '../posts/change';
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
  /** The change itself: what is timed. */
  apply: () => Promise<unknown>;
  affected: Affected[];
};

/** Where a post stands. */
type Place = { slug: string; kind: PostKind; day: Day; tag: LargeTag };

/** A word that no page has yet; letters and digits only, so that nothing rewrites it. */
let markers = 0;
const newMarker = () => `fresh${Date.now().toString(36)}n${++markers}`;

/**
 * Changes without end: a post of each kind in turn is published in the month and day of now and
 * under a large tag, then rewritten, then given another tag, then taken back.
 */
export async function* planChanges(
  [tag, otherTag]: [LargeTag, LargeTag],
  database: Database,
): AsyncGenerator<Change> {
  for (let round = 0; ; round += 1) {
    const kind = postKinds[round % postKinds.length] ?? 'entry';
    const publishedAt = new Date();
    const marker = newMarker();
    const rewritten = newMarker();
    const place: Place = { slug: marker, kind, day: publishedAt.toISOString().slice(0, 10), tag };
    const input = (word: string, { name }: LargeTag) =>
      inputOf(kind, { word, slug: marker, publishedAt, tags: [name] });
    let id = 0;
    yield {
      name: `publish ${kind}`,
      apply: async () => {
        ({ id } = await createPost(input(marker, tag), database));
      },
      affected: (await pagesOf(place, database)).map(shows(marker)),
    };
    yield {
      name: `rewrite ${kind}`,
      apply: () => updatePost(id, input(rewritten, tag), database),
      affected: (await pagesOf(place, database)).map(shows(rewritten)),
    };
    const [left, entered] = [urls.tag(tag.slug), urls.tag(otherTag.slug)];
    yield {
      name: `retag ${kind}`,
      apply: () => updatePost(id, input(rewritten, otherTag), database),
      affected: [
        hides(rewritten)({ page: 'tag', path: left, isItsOwn: false }),
        shows(rewritten)({ page: 'other tag', path: entered, isItsOwn: false }),
        shows(entered)({
          page: 'post',
          path: urls.post({ publishedOn: place.day, slug: marker }),
          isItsOwn: true,
        }),
      ],
    };
    yield {
      name: `unpublish ${kind}`,
      apply: () => unpublishPost(id, database),
      affected: (await pagesOf({ ...place, tag: otherTag }, database)).map(hides(rewritten)),
    };
  }
}

/** `isItsOwn`: nothing but the post stands on it. */
type Page = Pick<Affected, 'page' | 'path'> & { isItsOwn: boolean };

const shows =
  (word: string) =>
  (page: Page): Affected => ({
    ...page,
    isFresh: ({ status, body }) => status === 200 && body.includes(word),
  });

/** A post that is gone is a 404, and so is a list that had nothing else. */
const hides =
  (word: string) =>
  (page: Page): Affected => ({
    ...page,
    isFresh: ({ status, body }) => status === (page.isItsOwn ? 404 : 200) && !body.includes(word),
  });

function inputOf(
  kind: PostKind,
  given: { word: string; slug: string; publishedAt: Date; tags: string[] },
): PostInput {
  const { word, ...rest } = given;
  const common = { ...rest, body: `Words about ${word}.` };
  const title = `On ${word}`;
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

/** The pages on which a post of today stands, or will. */
async function pagesOf({ slug, kind, day, tag }: Place, database: Database): Promise<Page[]> {
  const { year, month } = splitDay(day);
  const [row] = await database.execute<{ in_month: number; on_day: number }>(sql`
    select count(*)::int as in_month, (count(*) filter (where published_on = ${day}))::int as on_day
    from posts where listed_at is not null and slug <> ${slug}
      and published_on >= date_trunc('month', ${day}::date) and published_on <= ${day}::date`);
  const { in_month: inMonth, on_day: onDay } = row ?? { in_month: 0, on_day: 0 };
  // A month shows its oldest posts first: the newest stands on its last page.
  const pageOfMonth = Math.floor(inMonth / pageSize) + 1;
  const list = (page: string, path: string, isItsOwn = false) => ({ page, path, isItsOwn });
  return [
    list('post', urls.post({ publishedOn: day, slug }), true),
    list('front page', urls.stream()),
    list('day', urls.day(day), onDay === 0),
    list('month', urls.month(year, month, pageOfMonth), inMonth % pageSize === 0),
    list('tag', urls.tag(tag.slug)),
    list('kind', urls.kind(kind)),
    list('feed', urls.feed('atom', { page: 'stream', number: 1 })),
    list('feed of the tag', urls.feed('rss', { page: 'tag', slugs: [tag.slug], number: 1 })),
    list('feed of the kind', urls.feed('json', { page: 'kind', kind, number: 1 })),
  ];
}
