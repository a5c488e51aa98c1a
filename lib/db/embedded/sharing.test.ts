import { once } from 'node:events';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { openEmbeddedDatabase } from './embedded';
import {
  clusterOf,
  emptyFolder,
  existingDatabase,
  leftovers,
  notes,
  spawnProcess,
  startProcess,
} from './fixture';
import { readPostmaster } from './postmaster';

vi.setConfig({ testTimeout: 20_000 });

describe('a database of several processes', () => {
  test('that start at the same moment is created exactly once', async () => {
    const dataDir = emptyFolder();
    const both = await Promise.all([startProcess(dataDir), startProcess(dataDir)]);
    expect(both.map((one) => one.created).sort()).toEqual([false, true]);
    expect(both[0].url).toBe(both[1].url);
    await Promise.all(both.map((one) => one.leave()));
    expect(readPostmaster(clusterOf(dataDir))).toBeNull();
  });

  test('runs until the last of them has left', async () => {
    const dataDir = await existingDatabase();
    const importer = await startProcess(dataDir);
    const server = await openEmbeddedDatabase({ dataDir });
    expect(server.url).toBe(importer.url);
    await importer.leave();
    expect(await notes(server.url)).toEqual(['kept']);

    const another = await startProcess(dataDir);
    await server.release();
    expect(await notes(another.url)).toEqual(['kept']);
    await another.leave();
    expect(readPostmaster(clusterOf(dataDir))).toBeNull();
  });

  // A negative number signals the process group, as Ctrl-C in a terminal does.
  test.each([
    { how: 'Ctrl-C', signal: 'SIGINT', group: true },
    { how: 'kill -9', signal: 'SIGKILL', group: false },
  ] as const)('goes on after $how and is used again', async ({ signal, group }) => {
    const dataDir = await existingDatabase();
    const killed = await startProcess(dataDir);
    const { pid } = readPostmaster(clusterOf(dataDir))!;
    const exit = once(killed.child, 'exit');
    process.kill(group ? -killed.child.pid! : killed.child.pid!, signal);
    await exit;

    const next = await openEmbeddedDatabase({ dataDir });
    expect(readPostmaster(clusterOf(dataDir))!.pid).toBe(pid);
    expect(await notes(next.url)).toEqual(['kept']);
    await next.release();
    expect(readPostmaster(clusterOf(dataDir))).toBeNull();
  });
});

describe('what a crash left behind', () => {
  const otherProcessOfThatNumber = `${process.pid}\nlong ago\n`;

  test('users that are gone do not keep the server running', async () => {
    const dataDir = await existingDatabase();
    const users = path.join(dataDir, 'postgres', 'users');
    writeFileSync(path.join(users, 'recycled'), otherProcessOfThatNumber);
    writeFileSync(path.join(users, 'unfinished'), '');
    const database = await openEmbeddedDatabase({ dataDir });
    await database.release();
    expect(readPostmaster(clusterOf(dataDir))).toBeNull();
    expect(readdirSync(users)).toEqual([]);
  });

  test('a postmaster.pid whose number another process has now is no obstacle', async () => {
    const dataDir = await existingDatabase();
    const pidFile = `${process.pid}\n${clusterOf(dataDir)}\n0\n5432\n\n127.0.0.1\n 1 1\nready   \n`;
    writeFileSync(path.join(clusterOf(dataDir), 'postmaster.pid'), pidFile);
    const database = await openEmbeddedDatabase({ dataDir });
    expect(await notes(database.url)).toEqual(['kept']);
    await database.release();
  });

  test('a creation killed in the middle is begun again', async () => {
    const dataDir = emptyFolder();
    const unborn = spawnProcess(dataDir);
    await vi.waitUntil(() => leftovers(dataDir).some(holdsVersion), {
      timeout: 10_000,
      interval: 5,
    });
    unborn.kill('SIGKILL');
    expect(existsSync(clusterOf(dataDir))).toBe(false);

    const database = await openEmbeddedDatabase({ dataDir });
    expect(database.created).toBe(true);
    expect(leftovers(dataDir)).toEqual([]);
    await database.release();
  });
});

function holdsVersion(workspace: string): boolean {
  return existsSync(path.join(workspace, 'data', 'PG_VERSION'));
}
