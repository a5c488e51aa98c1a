import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as tar from 'tar';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { testDatabase } from '../testing/database';
import { smallDump, writeDump } from '../testing/seed-dump';
import { CommandError } from './environment';
import { importPosts } from './import';

const { url } = testDatabase();

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'commonplace-command-'));
  vi.stubEnv('DATABASE_URL', url());
  vi.spyOn(console, 'log').mockImplementation(() => {});
});

afterEach(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  await rm(folder, { recursive: true, force: true });
});

async function packed(): Promise<string> {
  const file = path.join(folder, 'dump.tar.gz');
  await writeDump(path.join(folder, 'dump'), smallDump());
  await tar.create({ gzip: true, file, cwd: folder }, ['dump']);
  return file;
}

async function complaint(...args: string[]): Promise<string> {
  const error = await importPosts(args).then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof CommandError)) throw new Error('It did not complain.', { cause: error });
  return error.message.replaceAll(folder, 'HERE');
}

describe('an import says what is wrong with', () => {
  test('its arguments', async () => {
    expect(await complaint()).toMatch(/^Usage: /);
    expect(await complaint('one', 'two')).toMatch(/^Usage: /);
    expect(await complaint('one', '--new-host', 'x')).toMatch(
      /^Unknown option '--new-host'\.\nUsage: /,
    );
  });

  test.each(['nowhere', 'nowhere.tar.gz', 'file/dump'])('the path %s', async (name) => {
    await writeFile(path.join(folder, 'file'), '');
    expect(await complaint(path.join(folder, name))).toBe(`There is nothing at HERE/${name}.`);
  });

  test('an archive that was cut off', async () => {
    const file = await packed();
    const whole = await readFile(file);
    await writeFile(file, whole.subarray(0, whole.length / 2));
    expect(await complaint(file)).toMatch(/^HERE\/dump\.tar\.gz cannot be unpacked \(.*\): it is/);
  });

  test.each(['', 'not an archive '.repeat(100)])('an archive that is none', async (content) => {
    const file = path.join(folder, 'dump.tar.gz');
    await writeFile(file, content);
    expect(await complaint(file)).toMatch(/^HERE\/dump\.tar\.gz cannot be unpacked \(.*\): it is/);
  });

  test.each([
    'blog_note.ndjson',
    'blog_note.metadata.json',
    'blog_tag.ndjson',
    'redirects_redirect.metadata.json',
  ])('a dump without %s', async (file) => {
    await writeDump(folder, smallDump());
    await rm(path.join(folder, file));
    expect(await complaint(folder)).toBe(`HERE is not a whole dump: ${file} is missing.`);
  });

  test('a dump with a line that is cut off', async () => {
    await writeDump(folder, smallDump());
    await writeFile(path.join(folder, 'blog_tag.ndjson'), '[1, "one"');
    expect(await complaint(folder)).toMatch(/^HERE is damaged: a file in it is not JSON \(/);
  });

  test('a folder of something else', async () => {
    await mkdir(path.join(folder, 'empty'));
    expect(await complaint(path.join(folder, 'empty'))).toMatch(/holds no known format/);
  });
});
