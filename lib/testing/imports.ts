// Imports of small dumps, each in a folder of its own.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { Database } from '../db/client';
import { cacheInvalidations, posts, redirects, series, tagFormerNames, tags } from '../db/schema';
import { openSource } from '../import/open';
import type { ImportReport } from '../import/report';
import { runImport } from '../import/run';
import { type Dump, writeDump } from './seed-dump';

/** Gives each test of a file a folder for dumps; call it once at the top. */
export function dumpFolder() {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'commonplace-dump-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const write = async (dump: Dump) => {
    await writeDump(folder, dump);
    return openSource(folder);
  };
  const run = async (dump: Dump, oldHosts: string[], db: Database): Promise<ImportReport> => {
    const opened = await write(dump);
    return runImport(opened.source.read(opened.folder), { oldHosts, onProgress: () => {} }, db);
  };
  return { write, run };
}

/** Takes away whatever imports bring. */
export async function emptyImported(db: Database): Promise<void> {
  for (const table of [posts, tagFormerNames, tags, series, redirects, cacheInvalidations])
    await db.delete(table);
}
