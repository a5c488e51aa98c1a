// Feeds from a real database, read by a parser that this project did not write.
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { beforeAll, describe, expect, test } from 'vitest';
import { publishPost, updatePost } from '../posts/change';
import { createPost } from '../posts/write';
import { initialSettings } from '../settings/definition';
import { testDatabase } from '../testing/database';
import { buildPost } from '../testing/factories';
import { feedProblems } from '../testing/feed-rules';
import { parseAddress } from '../urls';
import { printAtom } from './atom';
import { buildFeed } from './build';
import type { Feed } from './item';
import { printJsonFeed } from './json-feed';
import { listFeed } from './queries';
import { printRss } from './rss';
import { findSubject } from './subject';

const { db } = testDatabase();
const url = 'https://weblog.example.org';
const settings = { ...initialSettings, title: 'A weblog', author: 'Somebody' };

/** The feed of an address; null where there is none. */
async function feedAt(path: string): Promise<Feed | null> {
  const address = parseAddress(path);
  if (address?.page !== 'feed') throw new Error(`${path} is no feed.`);
  const subject = await findSubject({ of: address.of, locale: 'en', now: new Date(), db: db() });
  if (subject === null) return null;
  const number = 'number' in address.of ? address.of.number : 1;
  const page = await listFeed(subject, number, db());
  const site = { settings, url, iconPath: null };
  return buildFeed({ site, address, name: subject.name, page, extraData: new Map() });
}

const required = <Value>(value: Value | null): Value => {
  if (value === null) throw new Error('There is no such feed.');
  return value;
};

const entry = buildPost('entry', {
  title: 'Cats & <dogs>',
  slug: 'cats',
  body: 'See [this](/about/) and ![a cat](/media/1/cat.png).',
  tags: ['Animals', 'c++'],
  publishedAt: new Date('2026-01-15T09:30:00Z'),
});

describe('a post in all formats', () => {
  let feed: Feed;
  let id: number;
  beforeAll(async () => {
    ({ id } = await createPost(entry, db()));
    feed = required(await feedAt('/atom/entries/'));
  });
  const html =
    '<p>See <a href="https://weblog.example.org/about/">this</a> and <img src="https://weblog.example.org/media/1/cat.png" alt="a cat">.</p>';

  test('Atom', () => {
    const parsed = parseAtomFeed(printAtom(feed));
    expect(parsed).toMatchObject({
      id: 'https://weblog.example.org/atom/entries/',
      title: { value: 'A weblog: Entries' },
      authors: [{ name: 'Somebody' }],
    });
    expect(parsed.links?.find((link) => link.rel === 'self')?.href).toBe(
      'https://weblog.example.org/atom/entries/',
    );
    expect(parsed.entries).toMatchObject([
      {
        id: `tag:localhost,2026-01-15:post-${id}`,
        title: { value: 'Cats & <dogs>' },
        published: '2026-01-15T09:30:00Z',
        categories: [
          { term: 'animals', label: 'Animals' },
          { term: 'cpp', label: 'c++' },
        ],
      },
    ]);
    expect(parsed.entries?.[0]?.content?.value).toContain(html);
  });

  test('RSS', () => {
    const [item] = parseRssFeed(printRss(feed)).items ?? [];
    expect(item).toMatchObject({
      title: 'Cats & <dogs>',
      link: 'https://weblog.example.org/2026/Jan/15/cats/',
      guid: { value: `tag:localhost,2026-01-15:post-${id}`, isPermaLink: false },
      pubDate: 'Thu, 15 Jan 2026 09:30:00 GMT',
      categories: [{ name: 'Animals' }, { name: 'c++' }],
    });
    expect(item?.description).toContain(html);
  });

  test('JSON Feed', () => {
    const [item] = parseJsonFeed(printJsonFeed(feed)).items ?? [];
    expect(item).toMatchObject({
      id: `tag:localhost,2026-01-15:post-${id}`,
      url: 'https://weblog.example.org/2026/Jan/15/cats/',
      title: 'Cats & <dogs>',
      content_html: html,
      date_published: '2026-01-15T09:30:00Z',
      tags: ['Animals', 'c++'],
    });
  });
});

test('an edit changes when a post was updated, a new slug and day its address, and nothing its id', async () => {
  const { id } = await createPost(buildPost('note', { tags: ['moving'] }), db());
  const [before] = required(await feedAt('/tags/moving.atom')).items;
  const publishedAt = new Date('2025-11-02T10:00:00Z');
  const moved = buildPost('note', { tags: ['moving'], slug: 'elsewhere', publishedAt });
  await updatePost(id, moved, db());
  const [after] = required(await feedAt('/tags/moving.atom')).items;
  expect(after?.id).toBe(before?.id);
  expect(after?.url).toBe('https://weblog.example.org/2025/Nov/2/elsewhere/');
  expect(after?.updated.getTime()).toBeGreaterThan(before?.updated.getTime() ?? 0);
});

test('a draft gets its id when it is published', async () => {
  const draft = buildPost('note', { tags: ['late'], status: 'draft' });
  const { id } = await createPost(draft, db());
  expect(await feedAt('/tags/late.atom')).toBeNull();
  await publishPost(id, db(), { at: new Date('2026-02-03T08:00:00Z') });
  const [item] = required(await feedAt('/tags/late.atom')).items;
  expect(item?.id).toBe(`tag:localhost,2026-02-03:post-${id}`);
});

test('short beats stay out of the feed of everything', async () => {
  await createPost(buildPost('beat', { slug: 'short', tags: ['beating'] }), db());
  await createPost(buildPost('beat', { slug: 'long', body: 'More.', tags: ['beating'] }), db());
  const slugs = (feed: Feed | null) =>
    required(feed).items.flatMap((item) => /\/(short|long)\/$/.exec(item.url)?.[1] ?? []);
  expect(slugs(await feedAt('/atom/everything/'))).toEqual(['long']);
  expect(slugs(await feedAt('/atom/beats/'))).toEqual(['long', 'short']);
  expect(slugs(await feedAt('/atom/beats/release/'))).toEqual(['long', 'short']);
  expect(slugs(await feedAt('/tags/beating.atom'))).toEqual(['long', 'short']);
});

test('pages of a feed hold every post once and lead to each other', async () => {
  for (let index = 0; index < 65; index += 1)
    await createPost(buildPost('note', { body: `Number ${index}.`, tags: ['many'] }), db());
  const pages: Feed[] = [];
  for (let path: string | null = '/tags/many.json'; path !== null; ) {
    const page: Feed = required(await feedAt(path));
    pages.push(page);
    path = page.nextUrl && new URL(page.nextUrl).pathname;
  }
  expect(pages.map((page) => page.items.length)).toEqual([30, 30, 5]);
  expect(new Set(pages.flatMap((page) => page.items.map((item) => item.id))).size).toBe(65);
  expect(pages.map((page) => page.previousUrl)).toEqual([
    null,
    'https://weblog.example.org/tags/many.json',
    'https://weblog.example.org/tags/many.json/page/2/',
  ]);
  expect(new Set(pages.map((page) => page.firstUrl)).size).toBe(1);
  const day = required(await feedAt('/2026/Jan/15.json'));
  expect(day.items.length).toBeGreaterThanOrEqual(65);
  expect(day.nextUrl).toBeNull();
});

test('feeds of all kinds of posts meet the rules', async () => {
  const body = [
    '## A heading\n\nText.[^1]',
    '<iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe>',
    '<details><summary>More</summary>\n\nHidden.\n\n</details>',
    '<svg viewBox="0 0 1 1"><title>Chart</title><path d="M0 0"/></svg>',
    '- [x] done',
    '```html\n<a href="relative">\n```',
    '[^1]: A note.',
  ].join('\n\n');
  await createPost(buildPost('entry', { slug: 'rules', body, tags: ['ruled'] }), db());
  await createPost(buildPost('quotation', { slug: 'ruled-words', tags: ['ruled'] }), db());
  await createPost(buildPost('blogmark', { slug: 'ruled-link', tags: ['ruled'] }), db());
  await createPost(buildPost('beat', { slug: 'ruled-beat', tags: ['ruled'] }), db());
  const feed = required(await feedAt('/tags/ruled.atom'));
  expect(feed.items).toHaveLength(4);
  expect(feedProblems('atom', printAtom(feed))).toEqual([]);
  expect(feedProblems('rss', printRss(feed))).toEqual([]);
  expect(feedProblems('json', printJsonFeed(feed))).toEqual([]);
});
