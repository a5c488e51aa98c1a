// The page cache against the pinned Next and a real Postgres: its own class drives ours, so that a
// change of either shows here in seconds.
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { expireCacheTags } from '../db/cache-invalidations';
import { testDatabase } from '../testing/database';
import PageCache from './handler.mjs';
import { pageCacheState } from './state.mjs';

const { db, url } = testDatabase();
const require = createRequire(import.meta.url);
const { IncrementalCache } = require('next/dist/server/lib/incremental-cache/index.js');
const {
  SharedCacheControls,
} = require('next/dist/server/lib/incremental-cache/shared-cache-controls.external.js');

type Meeting = typeof globalThis & {
  commonplacePageCache?: { invalidations: { close(): Promise<void> } };
  commonplacePageCacheConfiguration?: {
    databaseUrl?: string;
    directory: string;
    log: (line: string) => void;
  };
};
const meeting: Meeting = globalThis;

let directory: string;
const lines: string[] = [];

function configure(databaseUrl: string | undefined) {
  meeting.commonplacePageCacheConfiguration = {
    databaseUrl,
    directory,
    log: (line) => lines.push(line),
  };
}

/** Ends this "process": the next use starts with nothing in memory. */
async function restart() {
  if (meeting.commonplacePageCache) await pageCacheState().store.settled();
  await meeting.commonplacePageCache?.invalidations.close();
  meeting.commonplacePageCache = undefined;
}

beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'commonplace-pages-'));
  lines.length = 0;
  configure(url());
});

afterEach(async () => {
  await restart();
  await rm(directory, { recursive: true, force: true });
});

const route = { kind: 'APP_PAGE', sourceRoute: '/(reading)/r/post/page' };
const context = { kind: 'APP_PAGE', route, isFallback: false, isRoutePPREnabled: false };
const cacheControl = { revalidate: 900, expire: 604_800 };

/** Next makes one for each request. */
function nextCache() {
  return new IncrementalCache({
    fs: {},
    dev: false,
    minimalMode: false,
    requestHeaders: {},
    previewProps: { previewModeId: 'x' },
    prerenderManifest: { routes: {}, dynamicRoutes: {}, notFoundRoutes: [] },
    CurCacheHandler: PageCache,
  });
}

const page = (html: string, tags: string[], over: object = {}) => ({
  kind: 'APP_PAGE',
  html,
  rscData: Buffer.from('flight'),
  status: 200,
  ...over,
  headers: {
    'x-next-cache-tags': ['_N_T_/layout', ...tags].join(','),
    ...('headers' in over ? (over.headers as object) : {}),
  },
});

/** A request that finds nothing and renders. */
async function render(key: string, html: string, tags: string[], over = {}) {
  const cache = nextCache();
  expect(await cache.get(key, context)).toBeNull();
  const value = page(html, tags, over);
  await cache.set(key, value, { ...context, cacheControl });
  return value;
}

const read = async (key: string): Promise<string | null> => {
  const entry = await nextCache().get(key, context);
  return entry?.value?.html ?? null;
};

const expire = (...tags: string[]) => expireCacheTags(tags, db());

/** What other processes expire arrives by notice. */
const eventually = (check: () => Promise<void>) =>
  vi.waitFor(check, { timeout: 5000, interval: 10 });

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

describe('the database', () => {
  test('out of reach, kept pages are served and new ones kept', async () => {
    await render('/a', 'a', ['post:1']);
    await restart();
    configure('postgres://nobody@127.0.0.1:1/none');
    expect(await read('/a')).toBe('a');
    await render('/b', 'b', ['post:2']);
    expect(await read('/b')).toBe('b');
    expect(lines.filter((line) => line.includes('does not hear'))).toHaveLength(1);
  });

  test('lost and found again, what was expired in between is known', async () => {
    await render('/a', 'a', ['post:1']);
    await db().execute(
      sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'commonplace page cache' and datname = current_database()`,
    );
    await expire('post:1');
    await eventually(async () => expect(await read('/a')).toBeNull());
    expect(lines.some((line) => line.includes('does not hear'))).toBe(true);
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
