// The guard before Next's response cache, and that the pinned Next still has what it stands before.
import { AsyncLocalStorage } from 'node:async_hooks';
import { createRequire } from 'node:module';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { guardAnswers, guardedGet } from './guard.mjs';
import { pageCacheState } from './state.mjs';

const require = createRequire(import.meta.url);
const context = { routeKind: 'APP_PAGE' };
const generate = async () => null;

const page = (html: string, tags: string[], renderedAfter: number) => {
  const headers = {};
  pageCacheState().births.set(headers, { tags, renderedAfter });
  return { value: { kind: 'APP_PAGE', html, headers } };
};

beforeEach(() => {
  Object.assign(globalThis, { commonplacePageCache: undefined });
});

afterEach(() => {
  vi.restoreAllMocks();
});

describe('an answer', () => {
  test('that is fresh is passed on', async () => {
    const fresh = page('fresh', ['post:1'], 5);
    const get = vi.fn(async () => fresh);
    expect(await guardedGet(get)('/a', generate, context)).toBe(fresh);
    expect(get).toHaveBeenCalledTimes(1);
  });

  test('of a render that began before an invalidation is asked for again', async () => {
    const { invalidations } = pageCacheState();
    vi.spyOn(invalidations, 'haveExpired').mockImplementation((entry) => entry.renderedAfter < 6);
    const answers = [page('old', ['post:1'], 5), page('new', ['post:1'], 6)];
    const get = vi.fn(async () => answers.shift() ?? null);
    const answer = await guardedGet(get)('/a', generate, context);
    expect(answer).toMatchObject({ value: { html: 'new' } });
  });

  test('that is never fresh comes in the end', async () => {
    vi.spyOn(pageCacheState().invalidations, 'haveExpired').mockReturnValue(true);
    const get = vi.fn(async () => page('old', ['post:1'], 5));
    expect(await guardedGet(get)('/a', generate, context)).toMatchObject({
      value: { html: 'old' },
    });
    expect(get).toHaveBeenCalledTimes(5);
  });
});

describe('a failure', () => {
  const failing = async () => {
    throw new Error('broken');
  };
  /** As Next does for a page that is not stored. */
  const get: Parameters<typeof guardedGet>[0] = (_, make) => make({});

  test('is a failure while the database answers', async () => {
    await expect(guardedGet(get)('/a', failing, context)).rejects.toThrow('broken');
  });

  test('that Next hands on is handed on while the database answers', async () => {
    const failed = { error: new Error('broken') };
    expect(await guardedGet(get)('/a', async () => failed, context)).toBe(failed);
  });

  test.each([
    { name: 'thrown', generate: failing },
    { name: 'handed on', generate: async () => ({ error: new Error('broken') }) },
  ])('$name is a 503 when the database went meanwhile', async ({ generate }) => {
    const { invalidations } = pageCacheState();
    const down = vi.spyOn(invalidations, 'isDown', 'get').mockReturnValue(false);
    vi.spyOn(invalidations, 'ask').mockImplementation(async () => {
      down.mockReturnValue(true);
    });
    expect(await guardedGet(get)('/a', generate, context)).toMatchObject({
      value: { status: 503 },
    });
  });

  test.each(['APP_PAGE', 'APP_ROUTE'])('is a 503 of a %s while it does not', async (routeKind) => {
    vi.spyOn(pageCacheState().invalidations, 'isDown', 'get').mockReturnValue(true);
    const answer = await guardedGet(get)('/a', generate, { routeKind });
    expect(answer).toMatchObject({
      value: {
        kind: routeKind,
        status: 503,
        headers: { 'cache-control': 'no-store', 'retry-after': '30' },
      },
    });
    expect(answer).not.toHaveProperty('cacheControl');
  });
});

test('Next asks the response cache of its modules for pages and routes', () => {
  Object.assign(globalThis, { AsyncLocalStorage });
  guardAnswers();
  for (const [file, name] of [
    ['app-page-turbo', 'AppPageRouteModule'],
    ['app-route-turbo', 'AppRouteRouteModule'],
  ]) {
    const { prototype } = require(`next/dist/compiled/next-server/${file}.runtime.prod.js`)[
      name ?? ''
    ];
    const get = vi.fn(async () => null);
    const module = Object.create(prototype, { responseCache: { value: { get } } });
    const cache = module.getResponseCache({});
    expect(cache.get).not.toBe(get);
    expect(module.getResponseCache({})).toBe(cache);
  }
});
