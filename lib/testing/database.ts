// A database of its own for each test file.
import { afterAll, beforeAll, inject } from 'vitest';
import { type Database, type DatabasePool, openDatabase } from '../db/client';
import { cloneDatabase, dropDatabase } from './template';

/**
 * Gives a test file a fresh database; call it once at the top.
 * @returns how to reach it from within tests
 */
export function testDatabase(): { db: () => Database; url: () => string } {
  let pool: DatabasePool | undefined;
  let url: string | undefined;
  beforeAll(async () => {
    url = await cloneDatabase(inject('templateUrl'));
    pool = openDatabase(url, { max: 4 });
  });
  afterAll(async () => {
    await pool?.close();
    if (url !== undefined) await dropDatabase(url);
  });
  const opened = <Value>(value: Value | undefined): Value => {
    if (value === undefined) throw new Error('The test database is not open yet.');
    return value;
  };
  return { db: () => opened(pool).database, url: () => opened(url) };
}
