import { describe, expect, test } from 'vitest';
import { readEnv } from '../env';
import { testDatabase } from '../testing/database';
import { prepareDatabase } from './command-database';

const { url } = testDatabase();

describe('the database of a command', () => {
  test('is the one of the servers', async () => {
    const { directUrl, ...database } = await prepareDatabase(
      readEnv({ DATABASE_URL: url() }),
      () => {},
    );
    expect(database.url).toBe(url());
    expect(directUrl).toBe(url());
  });

  test('is reached past the pooler', async () => {
    const pooler = 'postgres://user:password@pooler.invalid:6432/blog';
    const database = await prepareDatabase(
      readEnv({ DATABASE_URL: pooler, DATABASE_URL_UNPOOLED: url() }),
      () => {},
    );
    expect(database.url).toBe(pooler);
    expect(database.directUrl).toBe(url());
  });
});
