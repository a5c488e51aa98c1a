// Which posts link to a page already.
import { beforeEach, describe, expect, test } from 'vitest';
import { posts } from '../db/schema';
import { binPost } from '../posts/change';
import { createPost } from '../posts/write';
import { now } from '../testing/clock';
import { testDatabase } from '../testing/database';
import { createPerson } from '../testing/editor';
import { buildPost } from '../testing/factories';
import { listDuplicates } from './duplicates';
import { withoutTracking } from './own-form';

const { db } = testDatabase();
type Asking = Parameters<typeof listDuplicates>[1];
const everybody: Asking = { except: null, onlyOf: null };

beforeEach(async () => {
  await db().delete(posts);
});

const create = async (linkUrl: string, over = {}) =>
  (await createPost(buildPost('blogmark', { linkUrl, ...over }), db(), now)).id;
const find = async (url: string, asking = everybody) =>
  (await listDuplicates(url, asking, now, db())).map((post) => post.id);

describe('an address means the same page as', () => {
  const stored = 'https://example.org/a/page?id=7';
  test.each([
    'https://example.org/a/page?id=7',
    'http://www.example.org/a/page?id=7',
    'https://EXAMPLE.org/a/page/?id=7',
    'https://example.org/a/page?id=7#part',
    'https://example.org/a/page?utm_source=x&id=7&utm_medium=y',
    'https://example.org/a/page?id=7&fbclid=abc',
    ' https://example.org/a/page?id=7 ',
  ])('%s', async (url) => {
    const id = await create(stored);
    expect(await find(url)).toEqual([id]);
  });

  test.each([
    'https://example.org/a/page',
    'https://example.org/a/page?id=8',
    'https://sub.example.org/a/page?id=7',
    'https://example.org/a/page/more?id=7',
    'https://example.org/a/page?id=7#!/other',
    '',
    'no address',
  ])('not %s', async (url) => {
    await create(stored);
    expect(await find(url)).toEqual([]);
  });

  test('itself with a final slash or something that tracks in the stored one', async () => {
    const id = await create('http://www.example.org/?utm_campaign=x');
    expect(await find('https://example.org')).toEqual([id]);
  });
});

test('not the post itself, nor what is in the bin', async () => {
  const id = await create('https://example.org/');
  const other = await create('https://example.org/', { slug: 'other' });
  await binPost(other, db(), { now });
  expect(await find('https://example.org/', { ...everybody, except: id })).toEqual([]);
});

test('drafts of others are told to who may read them alone', async () => {
  const authorId = await createPerson('Anna', db());
  const draft = await create('https://example.org/', { status: 'draft', authorId });
  const open = await create('https://example.org/', { slug: 'open' });
  expect((await find('https://example.org/')).sort()).toEqual([draft, open].sort());
  expect(await find('https://example.org/', { except: null, onlyOf: authorId + 1 })).toEqual([
    open,
  ]);
  expect((await find('https://example.org/', { except: null, onlyOf: authorId })).length).toBe(2);
});

test('tells what a link to it needs', async () => {
  const id = await create('https://example.org/', { slug: 'kept', linkTitle: 'Theirs' });
  expect(await listDuplicates('https://example.org/', everybody, now, db())).toEqual([
    {
      id,
      title: 'Theirs',
      status: 'published',
      publishedAt: '2026-01-15T09:30:00.000Z',
      publicPath: '/2026/Jan/15/kept/',
    },
  ]);
});

test.each([
  ['https://example.org/?utm_source=a&b=%20c+d&fbclid=e', 'https://example.org/?b=%20c+d'],
  ['https://example.org/?utm_source=a', 'https://example.org/'],
  ['https://example.org?a=b', 'https://example.org?a=b'],
  ['/2026/Jan/15/kept/?utm_source=a', '/2026/Jan/15/kept/?utm_source=a'],
])('of %s is stored %s', (url, stored) => {
  expect(withoutTracking(url)).toBe(stored);
});
