import { sql } from 'drizzle-orm';
import { DrizzleQueryError } from 'drizzle-orm/errors';
import { describe, expect, test } from 'vitest';
import { testDatabase } from '../testing/database';
import { withDatabaseName } from '../testing/template';
import { withPool } from './command-database';
import { databaseMistake } from './mistakes';

const { url } = testDatabase();

/** What a query at the address fails with, once straight and once in a transaction. */
async function failures(address: string): Promise<unknown[]> {
  return withPool(address, async ({ database }) => {
    const query = sql`select 1`;
    const results = await Promise.allSettled([
      database.execute(query),
      database.transaction((tx) => tx.execute(query)),
    ]);
    return results.map((result) => (result.status === 'rejected' ? result.reason : null));
  });
}

describe('a database that cannot be used', () => {
  test.each([
    {
      name: 'nothing at the address',
      address: () => 'postgres://someone:secret@localhost:1/blog',
      says: /^The database cannot be reached \(.*ECONNREFUSED.*\): see that it runs/,
    },
    {
      name: 'a user it does not know',
      address: () => {
        const address = new URL(url());
        address.username = 'nobody_here';
        address.password = 'secret';
        return address.href;
      },
      says: /^The database does not let its user in \(.*\): correct user and password in DATABASE_URL\.$/,
    },
    {
      name: 'no such database',
      address: () => withDatabaseName(url(), 'nowhere'),
      says: /^There is no such database \(database "nowhere" does not exist\): make it/,
    },
  ])('$name', async ({ address, says }) => {
    for (const failure of await failures(address())) {
      expect(databaseMistake(failure)).toMatch(says);
      expect(databaseMistake(failure)).not.toContain('secret');
    }
  });

  test.each([
    {
      code: '42501',
      says: /^The database refuses its user a right \(no\): make that user its owner/,
    },
    { code: '57P03', says: /^The database cannot be reached \(no\)/ },
    { code: '28P01', says: /^The database does not let its user in \(no\)/ },
  ])('Postgres says $code', ({ code, says }) => {
    const refusal = Object.assign(new Error('no'), { code });
    expect(databaseMistake(refusal)).toMatch(says);
    expect(databaseMistake(new DrizzleQueryError('select', [], refusal))).toMatch(says);
  });

  test('is not what a mistake in a query or in the program is', () => {
    const syntax = Object.assign(new Error('syntax error'), { code: '42601' });
    expect(databaseMistake(new DrizzleQueryError('select', [], syntax))).toBeNull();
    expect(databaseMistake(new TypeError('undefined is not a function'))).toBeNull();
    const fetching = new TypeError('fetch failed', { cause: { code: 'ECONNREFUSED' } });
    expect(databaseMistake(fetching)).toBeNull();
  });
});
