import { beforeAll, describe, expect, test } from 'vitest';
import { redirects } from '../db/schema';
import { testDatabase } from '../testing/database';
import { createWorld, formerHost } from '../testing/world';
import { resolveAddress, resolveFormerHost } from './resolve';

const { db } = testDatabase();
const now = new Date('2026-06-01T12:00:00Z');
const feedsHost = 'feeds.example.org';

beforeAll(async () => {
  await createWorld(db());
  await db()
    .insert(redirects)
    .values([
      { host: feedsHost, path: '/', target: '/' },
      { host: feedsHost, path: '/wrong-case', target: '/2026/Jan/15/LIVE-ENTRY/' },
      { host: `${feedsHost}:8080`, path: '/port', target: '/about/' },
      { host: '', path: '/me', target: '/about/#contact' },
      { host: '', path: '/called', target: '/2026/Jan/15/LIVE-ENTRY/?x=1#part' },
    ]);
});

const entry = '/2026/Jan/15/live-entry/';

describe('an address not written canonically', () => {
  test.each([
    { asked: '/2026/jan/15/LIVE-entry', target: entry },
    { asked: '/2026/01/15/live-entry', target: entry },
    { asked: '/moved', target: entry },
    { asked: '/me', target: '/about/#contact' },
    { asked: '/called', target: `${entry}?x=1#part` },
    { asked: '/2026/jan/15/moved', target: '/2026/Jan/15/live-note/' },
    { asked: '/2026', target: '/2026/' },
    { asked: '/2026/jan', target: '/2026/Jan/' },
    { asked: '/2026/jan/15', target: '/2026/Jan/15/' },
    { asked: '/entries', target: '/entries/' },
    { asked: '/notes?page=2', target: '/notes/page/2/' },
    { asked: '/?page=2&x=1', target: '/page/2/?x=1' },
    { asked: '/?x=a%20b&page=2&y&page=3', target: '/page/2/?x=a%20b&y' },
    { asked: '/elsewhere/Release', target: '/elsewhere/release/' },
    { asked: '/tags/Matrix', target: '/tags/matrix/' },
    { asked: '/tags/second+matrix', target: '/tags/matrix+second/' },
    { asked: '/tags/filler?page=2', target: '/tags/filler/page/2/' },
    { asked: '/series/Matrix-Series', target: '/series/matrix-series/' },
  ])('$asked leads to $target', async ({ asked, target }) => {
    const { pathname, search } = new URL(asked, 'http://this.site');
    expect(await resolveAddress(pathname, search, now, db())).toBe(target);
  });

  test.each([
    '/1999',
    '/2026/feb',
    '/2026/jan/28',
    '/2026/jan/28/x',
    '/2026/jan/15/draft-entry',
    '/2026/jan/15/binned-entry',
    '/2126/jan/15',
    '/2126/jan/15/scheduled-entry',
    '/2026/jan/page/2',
    '/page/50',
    '/page/101',
    '/?page=50',
    '/notes?page=3',
    '/notes?page=201',
    '/elsewhere/nonsense',
    '/elsewhere/constructor',
    '/tags/nonexistent-xyz',
    '/tags/Constructor',
    '/tags/matrix+nonexistent',
    '/tags/matrix+filler',
    '/tags/matrix?page=2',
    '/tags/unused',
    `/tags/${'a'.repeat(300)}`,
    '/series/nope',
    '/series/matrix-series?page=2',
  ])('%s leads nowhere', async (asked) => {
    const { pathname, search } = new URL(asked, 'http://this.site');
    expect(await resolveAddress(pathname, search, now, db())).toBeNull();
  });
});

describe('a former host', () => {
  test.each([
    { host: formerHost, asked: '/post/1', target: entry },
    { host: `${formerHost}:80`, asked: '/post/1', target: entry },
    { host: `${formerHost.toUpperCase()}.`, asked: '/post/1', target: entry },
    { host: `${formerHost}:80`, asked: '/a?x=1', target: 'https://example.com/archive/a?x=1' },
    { host: feedsHost, asked: '/', target: '/' },
    { host: feedsHost, asked: '/?x=1', target: '/?x=1' },
    { host: feedsHost, asked: '/?page=2', target: '/page/2/' },
    { host: feedsHost, asked: '/page/2', target: '/page/2/' },
    { host: feedsHost, asked: '/wrong-case?x=1', target: entry },
    { host: feedsHost, asked: '/2026/jan/15/LIVE-entry', target: entry },
    { host: feedsHost, asked: '/2026/jan/28/x?y=1', target: '/2026/jan/28/x?y=1' },
    { host: `${feedsHost}:8080`, asked: '/port', target: '/about/' },
    { host: feedsHost, asked: '/port', target: '/port' },
  ])('$host$asked leads to $target', async ({ host, asked, target }) => {
    const { pathname, search } = new URL(asked, 'http://this.site');
    expect(await resolveFormerHost(host, pathname, search, now, db())).toBe(target);
  });
});
