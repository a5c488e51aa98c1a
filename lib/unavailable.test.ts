import { describe, expect, test } from 'vitest';
import { isUnreachable } from './db/unreachable';
import { orUnavailable } from './unavailable';

const failure = (code: string) => Object.assign(new Error('failed'), { code });

describe('an error', () => {
  test.each([
    { name: 'refused', error: failure('ECONNREFUSED'), is: true },
    { name: 'a connection that ended', error: failure('CONNECTION_ENDED'), is: true },
    { name: 'a server that stops', error: failure('57P01'), is: true },
    { name: 'wrapped', error: new Error('query', { cause: failure('CONNECT_TIMEOUT') }), is: true },
    { name: 'of both families', error: new AggregateError([failure('ECONNREFUSED')]), is: true },
    { name: 'a duplicate key', error: failure('23505'), is: false },
    { name: 'a bug', error: new TypeError('x is not a function'), is: false },
    { name: 'no error at all', error: 'text', is: false },
  ])('$name', ({ error, is }) => {
    expect(isUnreachable(error)).toBe(is);
  });
});

describe('a route', () => {
  test('answers 503 while the database is away', async () => {
    const answer = await orUnavailable(() => Promise.reject(failure('ECONNREFUSED')));
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('30');
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  test('answers as it does otherwise', async () => {
    const answer = await orUnavailable(async () => new Response('fine'));
    expect(await answer.text()).toBe('fine');
    await expect(orUnavailable(() => Promise.reject(new Error('bug')))).rejects.toThrow('bug');
  });
});
