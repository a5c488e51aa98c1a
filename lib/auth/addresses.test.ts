import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { canonicalAuthorPath, isAuthorPath, nextPath, readerSource } from './addresses';

/** As Next reads the sources of headers. */
const { pathToRegexp } = createRequire(import.meta.url)('next/dist/compiled/path-to-regexp');

describe('the author’s side', () => {
  test.each([
    ['/dashboard/', '/dashboard/'],
    ['/dashboard', '/dashboard/'],
    ['/Dashboard/posts', '/dashboard/posts/'],
    ['//dashboard//posts/12', '/dashboard/posts/12/'],
    ['/sign-in', '/sign-in/'],
    ['/setup/aBc_-9', '/setup/aBc_-9/'],
    ['/preview/KEY', '/preview/KEY/'],
    ['/api/auth/callback/github', '/api/auth/callback/github/'],
  ])('%s is of it, at %s', (path, canonical) => {
    expect(isAuthorPath(path)).toBe(true);
    expect(canonicalAuthorPath(path)).toBe(canonical);
  });

  test.each([
    '/',
    '/2026/',
    '/tags/dashboard/',
    '/dashboards/',
    '/apis/',
    '/setups',
    '/sign-in.md',
  ])('%s is not', (path) => {
    expect(isAuthorPath(path)).toBe(false);
  });

  test('gets its policy from proxy.ts alone', () => {
    const source = pathToRegexp(readerSource);
    for (const path of ['/', '/2026/Jan/1/x/', '/tags/a+b/', '/dashboards/', '/assets/x.js'])
      expect([path, source.test(path)]).toEqual([path, true]);
    for (const path of [
      '/dashboard',
      '/dashboard/',
      '/sign-in/',
      '/setup/x/',
      '/preview/x/',
      '/api/x',
    ])
      expect([path, source.test(path)]).toEqual([path, false]);
  });
});

describe('after signing in', () => {
  test.each([
    ['/dashboard/posts/?status=draft', '/dashboard/posts/?status=draft'],
    ['/dashboard/', '/dashboard/'],
    [undefined, '/dashboard/'],
    ['', '/dashboard/'],
    ['/about/', '/dashboard/'],
    ['https://example.org/dashboard/', '/dashboard/'],
    ['//example.org/dashboard/', '/dashboard/'],
    ['/\\example.org/dashboard/', '/dashboard/'],
    ['\\\\example.org/dashboard/', '/dashboard/'],
    ['/\t/example.org/dashboard/', '/dashboard/'],
    ['/dashboard/../about/', '/dashboard/'],
    ['javascript:alert(1)', '/dashboard/'],
    ['http://this.site/dashboard/', '/dashboard/'],
    ['http://[', '/dashboard/'],
  ])('%j leads to %s', (asked, path) => {
    expect(nextPath(asked)).toBe(path);
  });
});
