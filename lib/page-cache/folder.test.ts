import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { eventually } from '../testing/eventually';
import { PageFolder } from './folder.mjs';
import type { Entry } from './store.mjs';

const [own, other] = ['0123456789abcdef', 'fedcba9876543210'];
const lines: string[] = [];
let pages: string;

beforeEach(async () => {
  lines.length = 0;
  pages = await mkdtemp(path.join(tmpdir(), 'commonplace-editions-'));
  for (const name of [own, other, 'notes']) {
    await mkdir(path.join(pages, name, 'ab'), { recursive: true });
    await writeFile(path.join(pages, name, 'ab', 'page'), 'x');
  }
});

afterEach(() => rm(pages, { recursive: true, force: true }));

const open = (name: string) =>
  new PageFolder({
    directory: path.join(pages, name),
    log: (line: string) => lines.push(line),
  }).read('/');

describe('opening the folder of a build and address', () => {
  test('throws away those of others, and nothing else', async () => {
    await open(own);
    await eventually(async () => expect((await readdir(pages)).sort()).toEqual([own, 'notes']));
    expect(await readdir(path.join(pages, own, 'ab'))).toEqual(['page']);
    expect(lines).toEqual([]);
  });

  test('touches nothing beside a folder that is not called like one', async () => {
    await open('notes');
    expect((await readdir(pages)).sort()).toEqual([own, 'notes', other].sort());
  });
});

describe('what comes faster than a disk takes it', () => {
  const entry = (html: string): Entry => ({
    value: { kind: 'APP_PAGE', html, rscData: Buffer.alloc(0), headers: {}, status: 200 },
    tags: [],
    lastModified: 1,
    cacheControl: undefined,
    renderedAfter: 0,
  });
  const folder = () =>
    new PageFolder({ directory: path.join(pages, own), log: (line) => lines.push(line) });
  const htmlOf = (found: Entry | null) =>
    found?.value.kind === 'APP_PAGE' ? found.value.html : null;

  test('is left out beyond a few hundred pages, the oldest first', async () => {
    const store = folder();
    for (let number = 0; number < 1000; number += 1) store.write(`/${number}/`, entry('page'));
    await store.settled();
    const kept = await Promise.all(
      Array.from({ length: 1000 }, async (_, number) => (await store.read(`/${number}/`)) !== null),
    );
    expect(kept.filter(Boolean).length).toBeLessThan(300);
    expect(kept.slice(-256)).toEqual(Array.from({ length: 256 }, () => true));
    expect(lines).toEqual([]);
  });

  test('of one page the last counts', async () => {
    const store = folder();
    for (let number = 0; number < 50; number += 1) store.write('/a/', entry(`edition ${number}`));
    for (const text of ['b', 'c']) store.write(`/${text}/`, entry(text));
    store.delete('/b/');
    store.delete('/c/');
    store.write('/c/', entry('c again'));
    await store.settled();
    expect(htmlOf(await store.read('/a/'))).toBe('edition 49');
    expect(await store.read('/b/')).toBeNull();
    expect(htmlOf(await store.read('/c/'))).toBe('c again');
  });

  test('a page that is left out is not read in an older edition', async () => {
    const store = folder();
    store.write('/a/', entry('old'));
    await store.settled();
    // All that is at work is slower than this loop; so the page waits, and is pushed out.
    for (let number = 0; number < 20; number += 1) store.write(`/before/${number}/`, entry('x'));
    store.write('/a/', entry('new'));
    for (let number = 0; number < 300; number += 1) store.write(`/${number}/`, entry('x'));
    await store.settled();
    expect(await store.read('/a/')).toBeNull();
  });
});
