import { describe, expect, test } from 'vitest';
import { EnvironmentError, readEnv, requireAuthSecret } from './env';

describe('readEnv', () => {
  test('needs nothing', () => {
    const env = readEnv({});
    expect(env.PORT).toBe(3000);
    expect(env.SITE_URL).toBe('http://localhost:3000');
    expect(env.PAGE_CACHE).toBe('own');
    expect(env.DATABASE_URL).toBeUndefined();
    expect(env.FORMER_HOSTS).toEqual([]);
  });

  test('an empty value counts as unset', () => {
    expect(readEnv({ DATABASE_URL: '', SITE_URL: '', PORT: '' }).SITE_URL).toBe(
      'http://localhost:3000',
    );
  });

  test.each([
    {
      name: 'default address follows the port',
      given: { PORT: '4000' },
      key: 'SITE_URL',
      is: 'http://localhost:4000',
    },
    {
      name: 'a final slash is dropped',
      given: { SITE_URL: 'https://example.org/' },
      key: 'SITE_URL',
      is: 'https://example.org',
    },
    {
      name: 'Vercel keeps the pages itself',
      given: { VERCEL: '1' },
      key: 'PAGE_CACHE',
      is: 'platform',
    },
    {
      name: 'a platform can still be told otherwise',
      given: { VERCEL: '1', PAGE_CACHE: 'own' },
      key: 'PAGE_CACHE',
      is: 'own',
    },
    {
      name: 'former hosts are split and lower case',
      given: { FORMER_HOSTS: ' A.example.org, b.example.org ' },
      key: 'FORMER_HOSTS',
      is: ['a.example.org', 'b.example.org'],
    },
    {
      name: 'prepared statements can be turned off',
      given: { DATABASE_PREPARE: 'false' },
      key: 'DATABASE_PREPARE',
      is: false,
    },
  ] as const)('$name', ({ given, key, is }) => {
    expect(readEnv(given)[key]).toEqual(is);
  });

  test.each([
    { given: { PORT: 'eighty' }, says: /^PORT must be a whole number/ },
    { given: { PORT: '70000' }, says: /^PORT must be a whole number/ },
    { given: { SITE_URL: 'example.org' }, says: /^SITE_URL must be an address/ },
    { given: { SITE_URL: 'https://example.org/blog' }, says: /^SITE_URL must be an origin/ },
    { given: { DATABASE_URL: 'mysql://x/y' }, says: /^DATABASE_URL must be an address/ },
    { given: { PAGE_CACHE: 'redis' }, says: /^PAGE_CACHE must be own or platform/ },
    { given: { FORMER_HOSTS: 'http://a' }, says: /^FORMER_HOSTS must be host names/ },
    { given: { LOG_LEVEL: 'loud' }, says: /^LOG_LEVEL must be one of/ },
    {
      given: { OWNER_EMAIL: 'a@example.org' },
      says: /^OWNER_PASSWORD is missing: it belongs to OWNER_EMAIL/,
    },
    { given: { AUTH_SECRET: 'short' }, says: /^AUTH_SECRET must have at least 16/ },
    { given: { CRON_SECRET: 'more than one word' }, says: /^CRON_SECRET must have no spaces/ },
  ])('refuses $given', ({ given, says }) => {
    expect(() => readEnv(given)).toThrow(EnvironmentError);
    expect(() => readEnv(given)).toThrow(says);
  });
});

describe('requireAuthSecret', () => {
  const given = { DATABASE_URL: 'postgres://x/y' };

  test('is for servers that share a Postgres', () => {
    expect(() => requireAuthSecret(readEnv(given))).toThrow(/^AUTH_SECRET is missing: .*openssl/);
    expect(() =>
      requireAuthSecret(readEnv({ ...given, AUTH_SECRET: 'x'.repeat(16) })),
    ).not.toThrow();
    expect(() => requireAuthSecret(readEnv({}))).not.toThrow();
  });
});
