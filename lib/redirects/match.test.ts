import { describe, expect, test } from 'vitest';
import { comparablePath, matchRedirect } from './match';

describe('comparablePath', () => {
  test.each([
    { path: '/a/b/', comparable: '/a/b' },
    { path: 'a/b', comparable: '/a/b' },
    { path: '//a//b//', comparable: '/a/b' },
    { path: '/a%20b/?x=1#y', comparable: '/a b' },
    { path: '', comparable: '/' },
    { path: '/Case/Kept', comparable: '/Case/Kept' },
    { path: '/%E0%A4%A', comparable: null },
  ])('$path', ({ path, comparable }) => {
    expect(comparablePath(path)).toBe(comparable);
  });
});

describe('matchRedirect', () => {
  const rows = [
    { path: '*', target: 'https://example.org/' },
    { path: '/old/page', target: '/new/' },
  ];
  test.each([
    { name: 'an exact row before *', pathname: '/old/page/', search: '?a=1', target: '/new/' },
    {
      name: '* keeps path and query',
      pathname: '/some/Path/',
      search: '?a=1',
      target: 'https://example.org/some/Path/?a=1',
    },
    { name: '* with the root', pathname: '/', search: '', target: 'https://example.org/' },
  ])('$name', ({ pathname, search, target }) => {
    expect(matchRedirect(rows, pathname, search)).toBe(target);
  });
  test('no row, no target', () => {
    expect(matchRedirect([{ path: '/a', target: '/b/' }], '/c/', '')).toBeNull();
  });
});
