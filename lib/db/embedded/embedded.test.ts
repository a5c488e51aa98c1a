import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { openEmbeddedDatabase } from './embedded';
import { clusterOf, emptyFolder, existingDatabase, notes, portOf, query } from './fixture';
import { readPostmaster } from './postmaster';

vi.setConfig({ testTimeout: 20_000 });

const isRoot = process.getuid?.() === 0;

describe('a database of one process', () => {
  test('is created once, keeps its rows and stops when left', async () => {
    const dataDir = emptyFolder();
    const first = await openEmbeddedDatabase({ dataDir });
    expect(first.created).toBe(true);
    expect(first.url).toMatch(/^postgres:\/\/postgres:\w{48}@127\.0\.0\.1:\d+\/commonplace$/);
    await query(first.url, 'CREATE TABLE notes (text text)');
    await first.release();
    await first.release();
    expect(readPostmaster(clusterOf(dataDir))).toBeNull();

    const second = await openEmbeddedDatabase({ dataDir });
    expect(second.created).toBe(false);
    expect(second.url).toBe(first.url);
    expect(await query(second.url, 'SELECT * FROM notes')).toEqual([]);
    await second.release();
  });

  test('is durable, private and the same on every machine', async () => {
    const dataDir = await existingDatabase();
    const database = await openEmbeddedDatabase({ dataDir });
    const setting = async (name: string) =>
      Object.values((await query(database.url, `SHOW ${name}`))[0] ?? {})[0];
    expect(await setting('fsync')).toBe('on');
    expect(await setting('synchronous_commit')).toBe('on');
    expect(await setting('listen_addresses')).toBe('127.0.0.1');
    expect(await setting('unix_socket_directories')).toBe('');
    expect(await setting('timezone')).toBe('UTC');
    const [row] = await query(
      database.url,
      'SELECT pg_encoding_to_char(encoding) AS encoding, datlocale FROM pg_database WHERE datname = current_database()',
    );
    expect(row).toEqual({ encoding: 'UTF8', datlocale: 'C.UTF-8' });
    expect(statSync(path.join(dataDir, 'postgres', 'connection.json')).mode & 0o777).toBe(0o600);
    expect(statSync(clusterOf(dataDir)).mode & 0o777).toBe(0o700);
    await database.release();
  });

  test('recovers committed rows on the same port after the server was killed', async () => {
    const dataDir = await existingDatabase();
    const before = await openEmbeddedDatabase({ dataDir });
    await query(before.url, "INSERT INTO notes VALUES ('written last')");
    process.kill(readPostmaster(clusterOf(dataDir))!.pid, 'SIGKILL');

    const after = await openEmbeddedDatabase({ dataDir });
    expect(after.url).toBe(before.url);
    expect(await notes(after.url)).toEqual(['kept', 'written last']);
    await before.release();
    await after.release();
    expect(readPostmaster(clusterOf(dataDir))).toBeNull();
  });

  test('moves to another port when its own is taken', async () => {
    const dataDir = await existingDatabase();
    const stranger = createServer().listen(portOf(dataDir), '127.0.0.1');
    await once(stranger, 'listening');
    const database = await openEmbeddedDatabase({ dataDir });
    expect(await notes(database.url)).toEqual(['kept']);
    expect(new URL(database.url).port).toBe(String(portOf(dataDir)));
    stranger.close();
    await database.release();
  });
});

test('a copy of a folder in use is a database of its own', async () => {
  const original = await existingDatabase();
  const first = await openEmbeddedDatabase({ dataDir: original });
  const copy = emptyFolder();
  cpSync(original, copy, { recursive: true });

  const second = await openEmbeddedDatabase({ dataDir: copy });
  await query(second.url, "INSERT INTO notes VALUES ('only in the copy')");
  expect(await notes(second.url)).toEqual(['kept', 'only in the copy']);
  await second.release();
  expect(await notes(first.url)).toEqual(['kept']);
  await first.release();
});

describe('a folder with something else in it', () => {
  test.each([
    {
      name: 'an older PostgreSQL beside',
      file: '17/PG_VERSION',
      says: /PostgreSQL 17.*pg_dump/,
    },
    {
      name: 'another PostgreSQL in its place',
      file: '18/PG_VERSION',
      says: /load the dump with psql/,
    },
    { name: 'other files in its place', file: '18/thesis.txt', says: /move that folder away/ },
  ])('$name is refused and left as it was', async ({ file, says }) => {
    const dataDir = emptyFolder();
    const stranger = path.join(dataDir, 'postgres', file);
    mkdirSync(path.dirname(stranger), { recursive: true });
    writeFileSync(stranger, '17\n');
    await expect(openEmbeddedDatabase({ dataDir })).rejects.toThrow(says);
    expect(readFileSync(stranger, 'utf8')).toBe('17\n');
    expect(readdirSync(path.dirname(stranger))).toEqual([path.basename(stranger)]);
  });
});

test('a folder that cannot be is refused in a sentence', async () => {
  const file = path.join(emptyFolder(), 'file');
  writeFileSync(file, '');
  await expect(openEmbeddedDatabase({ dataDir: path.join(file, 'data') })).rejects.toThrow(
    /^The database folder .*file\/data\/postgres cannot be written \(ENOTDIR/,
  );
});

describe.runIf(isRoot)('started by root', () => {
  test('runs as somebody else, with its data below a closed folder', async () => {
    const closed = emptyFolder();
    const dataDir = path.join(closed, 'site', '.data');
    const database = await openEmbeddedDatabase({ dataDir });
    const { pid } = readPostmaster(clusterOf(dataDir))!;
    expect(statSync(`/proc/${pid}`).uid).not.toBe(0);
    expect(existsSync(path.join(clusterOf(dataDir), 'PG_VERSION'))).toBe(true);
    expect(statSync(closed).mode & 0o777).toBe(0o700);
    await database.release();
    expect(readPostmaster(clusterOf(dataDir))).toBeNull();
  });
});
