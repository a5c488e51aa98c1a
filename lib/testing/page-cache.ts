// The page cache as one process has it, driven by Next's own class for tests of the two together.
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect } from 'vitest';
import PageCache from '../page-cache/handler.mjs';
import { pageCacheState } from '../page-cache/state.mjs';

const require = createRequire(import.meta.url);
const { IncrementalCache } = require('next/dist/server/lib/incremental-cache/index.js');

type Meeting = typeof globalThis & {
  commonplacePageCache?: { invalidations: { close(): Promise<void> } };
  commonplacePageCacheConfiguration?: {
    databaseUrl?: string;
    directory: string;
    log: (line: string) => void;
  };
};
const meeting: Meeting = globalThis;

const route = { kind: 'APP_PAGE', sourceRoute: '/(reading)/r/post/page' };
export const context = { kind: 'APP_PAGE', route, isFallback: false, isRoutePPREnabled: false };
export const cacheControl = { revalidate: 900, expire: 604_800 };

/** Next makes one for each request. */
export function nextCache() {
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

export const page = (html: string, tags: string[], over: object = {}) => ({
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
export async function render(key: string, html: string, tags: string[], over = {}) {
  const cache = nextCache();
  expect(await cache.get(key, context)).toBeNull();
  const value = page(html, tags, over);
  await cache.set(key, value, { ...context, cacheControl });
  return value;
}

/** What a request finds stored. */
export async function read(key: string): Promise<string | null> {
  const entry = await nextCache().get(key, context);
  return entry?.value?.html ?? null;
}

/**
 * Gives each test a page cache of its own on a database; call it once at the top.
 * @returns `lines`: what it logged; `restart`: ends the "process", and the next use starts with
 * nothing in memory; `configure`: sets its database
 */
export function testPageCache(databaseUrl: () => string) {
  let directory: string;
  const lines: string[] = [];
  const configure = (url: string | undefined) => {
    meeting.commonplacePageCacheConfiguration = {
      databaseUrl: url,
      directory,
      log: (line) => lines.push(line),
    };
  };
  const restart = async () => {
    if (meeting.commonplacePageCache) await pageCacheState().store.settled();
    await meeting.commonplacePageCache?.invalidations.close();
    meeting.commonplacePageCache = undefined;
  };
  beforeEach(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'commonplace-pages-'));
    lines.length = 0;
    configure(databaseUrl());
  });
  afterEach(async () => {
    await restart();
    await rm(directory, { recursive: true, force: true });
  });
  return { lines, restart, configure };
}
