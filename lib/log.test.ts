import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { people } from './db/schema';
import { describeError } from './log';
import { testDatabase } from './testing/database';

const { db } = testDatabase();

test('an error is told with its cause and where it happened', () => {
  const described = describeError(new TypeError('Outside', { cause: new Error('Inside') }));
  expect(described).toMatchObject({
    type: 'TypeError',
    message: 'Outside',
    stack: expect.stringMatching(/^ +at .*log\.test\.ts/),
    cause: { type: 'Error', message: 'Inside' },
  });
});

test('what is no error is told all the same', () => {
  expect(describeError('words')).toEqual({ type: 'string', message: 'words' });
  expect(describeError(undefined)).toEqual({ type: 'undefined', message: 'undefined' });
});

test('of a query that failed nothing is told that somebody wrote', async () => {
  const person = { name: 'A secret name', slug: 'same', email: 'secret@example.org' };
  await db().insert(people).values(person);
  const failures = await Promise.allSettled([
    db().insert(people).values(person),
    db().execute(sql`select ${'a secret text'}::int`),
  ]);
  for (const failure of failures) {
    const described = describeError(failure.status === 'rejected' ? failure.reason : null);
    expect(described.cause?.code).toMatch(/^[0-9A-Z]{5}$/);
    expect(JSON.stringify(described)).not.toContain('@example.org');
  }
});
