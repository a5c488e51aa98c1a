import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { PageFolder } from './folder.mjs';

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
    await vi.waitFor(async () => expect((await readdir(pages)).sort()).toEqual([own, 'notes']));
    expect(await readdir(path.join(pages, own, 'ab'))).toEqual(['page']);
    expect(lines).toEqual([]);
  });

  test('touches nothing beside a folder that is not called like one', async () => {
    await open('notes');
    expect((await readdir(pages)).sort()).toEqual([own, 'notes', other].sort());
  });
});
