import { describe, expect, test } from 'vitest';
import { kinds, postKinds } from './posts/kinds';
import { isFixedPath, parseRandom, parseShortId, routeUrls } from './route-urls';

describe('short addresses', () => {
  test.each(postKinds)('of a kind are understood as they are built: %s', (kind) => {
    const path = routeUrls.short({ kind, number: 12 });
    expect(path).toBe(`/${kinds[kind].short}/12/`);
    expect(parseShortId(path)).toEqual({ kind, number: 12 });
  });

  test.each([
    { path: '/e/12', short: { kind: 'entry', number: 12 } },
    { path: '/E/12/', short: { kind: 'entry', number: 12 } },
    { path: '/beat/2147483647', short: { kind: 'beat', number: 2_147_483_647 } },
    { path: '/e/2147483648/', short: null },
    { path: '/e/0/', short: null },
    { path: '/e/012/', short: null },
    { path: '/e/-1/', short: null },
    { path: '/e/1.5/', short: null },
    { path: '/e/x/', short: null },
    { path: '/e/', short: null },
    { path: '/e/12/more/', short: null },
    { path: '/entries/12/', short: null },
    { path: '/%E0%A4%A/12/', short: null },
  ])('$path', ({ path, short }) => {
    expect(parseShortId(path)).toEqual(short);
  });
});

describe('random addresses', () => {
  test.each([
    { path: '/random/', slugs: [] },
    { path: '/random', slugs: [] },
    { path: '/random/python/', slugs: ['python'] },
    { path: '/random/Python', slugs: ['python'] },
    { path: '/random/b+a+b/', slugs: ['a', 'b'] },
    { path: '/random/caf%C3%A9/', slugs: ['café'] },
    { path: '/random/a+b+c+d+e+f/', slugs: null },
    { path: '/random/+/', slugs: null },
    { path: '/random/a/b/', slugs: null },
    { path: '/random/%FF/', slugs: null },
    { path: '/tags/a/', slugs: null },
  ])('$path', ({ path, slugs }) => {
    expect(parseRandom(path)).toEqual(slugs);
  });

  test('are built in the order in which an intersection is addressed', () => {
    expect(routeUrls.random()).toBe('/random/');
    expect(routeUrls.random(['b', 'é'])).toBe('/random/b+%C3%A9/');
  });
});

describe('files and signs of life that a query does not make another', () => {
  test.each([
    { path: '/healthz', isFixed: true },
    { path: '/readyz', isFixed: true },
    { path: '/robots.txt', isFixed: true },
    { path: '/icon.svg', isFixed: true },
    { path: '/_next/static/chunks/a.css', isFixed: true },
    { path: '/assets/reader-1.js', isFixed: true },
    { path: '/assets/', isFixed: false },
    { path: '/healthz/', isFixed: false },
    { path: '/r/stream/1', isFixed: false },
    { path: '/about/', isFixed: false },
  ])('$path: $isFixed', ({ path, isFixed }) => {
    expect(isFixedPath(path)).toBe(isFixed);
  });
});
