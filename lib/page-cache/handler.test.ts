// The page cache against the pinned Next and a real Postgres: its own class drives ours, so that a
// change of either shows here in seconds.

import { createRequire } from 'node:module';
import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { expireCacheTags } from '../db/page-changes';
import { testDatabase } from '../testing/database';
import { eventually } from '../testing/eventually';
import {
  cacheControl,
  context,
  nextCache,
  page,
  read,
  render,
  testPageCache,
} from '../testing/page-cache';
import PageCache from './handler.mjs';
import { pageCacheState } from './state.mjs';

const { db, url } = testDatabase();
const { lines, restart, configure } = testPageCache(url);
const { SharedCacheControls } = createRequire(import.meta.url)(
  'next/dist/server/lib/incremental-cache/shared-cache-controls.external.js',
);

const expire = (...tags: string[]) => expireCacheTags(tags, db());

describe('a page', () => {
  test('is kept, dressed, with its life', async () => {
    const value = await render('/a', '<p>a</p><script>framework</script>', ['stream']);
    expect(value.html).toBe('<p>a</p>');
    const entry = await nextCache().get('/a', context);
    expect(entry).toMatchObject({ value: { html: '<p>a</p>', status: 200 }, cacheControl });
    expect(entry.isStale).toBeFalsy();
  });

  test('is kept across a restart', async () => {
    await render('/a', 'a', ['stream']);
    await restart();
    expect(await read('/a')).toBe('a');
  });

  test('of a redirect carries its address once on the first answer and on later ones', async () => {
    const value = await render('/old', '', ['redirects'], {
      status: 308,
      headers: { location: '/new/' },
    });
    expect(value.headers).not.toHaveProperty('location');
    const entry = await nextCache().get('/old', context);
    expect(entry.value.headers.location).toBe('/new/');
  });

  test.each([404, 308])('with status %i is not kept across a restart', async (status) => {
    await render('/a', 'a', ['stream'], { status });
    expect(await read('/a')).toBe('a');
    await restart();
    expect(await read('/a')).toBeNull();
  });

  test('of which there is no end is not kept across a restart', async () => {
    await render('/tags/a+b', 'a', ['tag:1', 'memory-only']);
    expect(await read('/tags/a+b')).toBe('a');
    await restart();
    expect(await read('/tags/a+b')).toBeNull();
  });
});

describe('an invalidation', () => {
  test('expires the pages that carry the tag and no others', async () => {
    await render('/a', 'a', ['post:1', 'stream']);
    await render('/b', 'b', ['post:2', 'stream']);
    await expire('post:1');
    await eventually(async () => expect(await read('/a')).toBeNull());
    expect(await read('/b')).toBe('b');
    await expire('stream');
    await eventually(async () => expect(await read('/b')).toBeNull());
  });

  test('is known at once in the process that made it', async () => {
    await render('/a', 'a', ['post:1']);
    await expire('post:1');
    await nextCache().revalidateTag(['post:1']);
    expect(await read('/a')).toBeNull();
  });

  test('survives a restart before the page is asked for', async () => {
    await render('/a', 'a', ['post:1']);
    await restart();
    await expire('post:1');
    expect(await read('/a')).toBeNull();
  });

  test('that comes while the page is rendered is not lost', async () => {
    const cache = nextCache();
    expect(await cache.get('/a', context)).toBeNull();
    await expire('post:1');
    await nextCache().revalidateTag(['post:1']);
    await cache.set('/a', page('old', ['post:1']), { ...context, cacheControl });
    expect(await read('/a')).toBeNull();
    await render('/a', 'new', ['post:1']);
    expect(await read('/a')).toBe('new');
  });

  test('that is rolled back expires nothing', async () => {
    await render('/a', 'a', ['post:1']);
    const failing = db().transaction(async (tx) => {
      await expireCacheTags(['post:1'], tx);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    await nextCache().revalidateTag(['post:1']);
    expect(await read('/a')).toBe('a');
  });
});

const lostLines = () => lines.filter((line) => line.includes('does not answer'));

describe('the database', () => {
  test('out of reach, kept pages are served as they are, which is said once', async () => {
    await render('/a', 'a', ['post:1']);
    await restart();
    await expire('post:1');
    configure('postgres://nobody@127.0.0.1:1/none');
    expect(await read('/a')).toBe('a');
    expect(await read('/a')).toBe('a');
    expect(await read('/b')).toBeNull();
    expect(lostLines()).toHaveLength(1);
  });

  test('out of reach, a page kept by a failed render is no younger for it', async () => {
    const cache = nextCache();
    await render('/a', 'a', ['post:1']);
    await expire('post:1');
    await restart();
    configure('postgres://nobody@127.0.0.1:1/none');
    const entry = await cache.get('/a', context);
    await cache.set('/a', entry.value, { ...context, cacheControl });
    await restart();
    configure(url());
    expect(await read('/a')).toBeNull();
  });

  test('closing a connection, what was expired in between is known and nothing is said', async () => {
    await render('/a', 'a', ['post:1']);
    await db().execute(
      sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'commonplace page cache' and datname = current_database()`,
    );
    await expire('post:1');
    await eventually(async () => expect(await read('/a')).toBeNull());
    expect(lostLines()).toEqual([]);
  });

  test('put back to an older state, nothing kept is trusted', async () => {
    await expire('x');
    await render('/a', 'a', ['post:1']);
    await db().execute(sql`delete from cache_invalidations`);
    await pageCacheState().invalidations.catchUp();
    expect(await read('/a')).toBeNull();
  });
});

describe('Next', () => {
  test('does not remember the life of every address for ever', async () => {
    for (let number = 0; number < 10_050; number += 1)
      SharedCacheControls.cacheControls.set(`/${number}`, cacheControl);
    await render('/a', 'a', []);
    expect(SharedCacheControls.cacheControls.size).toBeLessThan(10_000);
    expect((await nextCache().get('/a', context)).cacheControl).toEqual(cacheControl);
  });

  test('gets nothing for its data cache: the page is the only copy', async () => {
    const handler = new PageCache();
    await handler.set('k', null, { fetchCache: true });
    expect(await handler.get('k', { kind: 'FETCH' })).toBeNull();
  });
});
