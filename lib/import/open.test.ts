import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as tar from 'tar';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { smallDump, writeDump } from '../testing/seed-dump';
import { openSource, UnknownFormatError } from './open';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'commonplace-open-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

describe('opening', () => {
  test('a packed folder', async () => {
    await writeDump(path.join(folder, 'dump'), smallDump());
    await tar.create({ gzip: true, file: path.join(folder, 'dump.tar.gz'), cwd: folder }, ['dump']);
    const opened = await openSource(path.join(folder, 'dump.tar.gz'));
    expect(opened.source.name).toBe('dump of the seed blog');
    expect(await opened.source.countPosts(opened.folder)).toBe(10);
    await opened.close();
  });

  test.each([
    { name: 'nothing there', at: 'nowhere', says: /^There is nothing at/ },
    { name: 'an empty folder', at: '.', says: /holds no known format/ },
  ])('$name', async ({ at, says }) => {
    await expect(openSource(path.join(folder, at))).rejects.toThrow(UnknownFormatError);
    await expect(openSource(path.join(folder, at))).rejects.toThrow(says);
  });
});
