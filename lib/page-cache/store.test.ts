import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { EntryStore } from './store.mjs';

let directory: string;
const lines: string[] = [];
const log = (line: string) => lines.push(line);

beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'commonplace-pages-'));
  lines.length = 0;
});

afterEach(() => rm(directory, { recursive: true, force: true }));

const entry = (html: string) => ({
  value: { kind: 'APP_PAGE' as const, html, status: 200, headers: { a: 'b' } },
  tags: ['stream'],
  lastModified: 1_700_000_000_000,
  cacheControl: { revalidate: 900, expire: 604_800 },
  renderedAfter: 7,
});

/** Puts an entry into a store and waits until it lies on disk. */
async function kept(store: EntryStore, key: string, one: Parameters<EntryStore['set']>[1]) {
  store.set(key, one, 'folder');
  await store.settled();
}

async function files(): Promise<string[]> {
  const found = await readdir(directory, { recursive: true, withFileTypes: true });
  return found
    .filter((file) => file.isFile() && file.name !== 'database')
    .map((file) => path.join(file.parentPath, file.name));
}

describe('the store of pages', () => {
  test('gives back what was put in, also to the next process', async () => {
    await kept(new EntryStore({ directory, log }), '/a', entry('<p>Grüße</p>'));
    const read = await new EntryStore({ directory, log }).get('/a');
    expect(read).toMatchObject({ ...entry('<p>Grüße</p>') });
  });

  test('keeps bodies that are not pages', async () => {
    const body = Buffer.from([0, 1, 255]);
    const value = { kind: 'APP_ROUTE' as const, body, status: 200, headers: {} };
    await kept(new EntryStore({ directory, log }), '/feed', { ...entry(''), value });
    expect((await new EntryStore({ directory, log }).get('/feed'))?.value).toEqual(value);
  });

  test('keeps pages that are not to be kept in memory alone', async () => {
    const store = new EntryStore({ directory, log });
    store.set('/404', entry('gone'), 'memory');
    expect(await store.get('/404')).not.toBeNull();
    expect(await files()).toEqual([]);
  });

  test('a page that became a 404 is no longer on disk', async () => {
    const store = new EntryStore({ directory, log });
    await kept(store, '/a', entry('there'));
    store.set('/a', entry('gone'), 'memory');
    await store.settled();
    expect(await files()).toEqual([]);
    expect(await new EntryStore({ directory, log }).get('/a')).toBeNull();
  });

  test('a crawl of made-up addresses pushes out nothing but itself', async () => {
    const store = new EntryStore({ directory, log });
    await kept(store, '/real', entry('real'));
    const page = 'x'.repeat(20_000);
    for (let number = 0; number < 3000; number += 1)
      store.set(`/made-up/${number}`, entry(page), 'memory');
    expect(await store.get('/made-up/0')).toBeNull();
    expect(await store.get('/made-up/2999')).not.toBeNull();
    expect(await store.get('/real')).not.toBeNull();
    expect(await files()).toHaveLength(1);
  });

  test('a damaged file is a page that is not there', async () => {
    await kept(new EntryStore({ directory, log }), '/a', entry('a'));
    const [file] = await files();
    await writeFile(file ?? '', (await readFile(file ?? '')).subarray(0, 20));
    expect(await new EntryStore({ directory, log }).get('/a')).toBeNull();
    expect(lines.join()).toContain('cannot read');
  });

  test('what a killed process left half written is cleared away', async () => {
    await kept(new EntryStore({ directory, log }), '/a', entry('a'));
    const [file] = await files();
    await writeFile(`${file}.half`, 'x');
    await new EntryStore({ directory, log }).get('/a');
    expect(await files()).toEqual([file]);
  });

  test('pages of another database are thrown away', async () => {
    const store = new EntryStore({ directory, log });
    await store.belongTo('one');
    await kept(store, '/a', entry('a'));
    const same = new EntryStore({ directory, log });
    await same.belongTo('one');
    expect(await same.get('/a')).not.toBeNull();
    await same.belongTo('two');
    expect(await same.get('/a')).toBeNull();
    expect(await files()).toEqual([]);
  });

  test('without a folder it is memory', async () => {
    const store = new EntryStore({ log });
    await kept(store, '/a', entry('a'));
    expect(await store.get('/a')).not.toBeNull();
  });
});

test('of pages that are kept for a moment there are never more than 500, none of them on disk', async () => {
  const store = new EntryStore({ directory, log });
  await kept(store, '/', entry('front page'));
  for (let number = 0; number < 600; number += 1)
    store.set(`/search/${number}`, entry('found'), 'brief');
  await store.settled();
  const held = Array.from({ length: 600 }, (_, number) => store.recall(`/search/${number}`));
  expect(held.filter((one) => one !== undefined)).toHaveLength(500);
  expect(held[599]).toBeDefined();
  expect(store.recall('/')).toBeDefined();
  expect(await files()).toHaveLength(1);
});
