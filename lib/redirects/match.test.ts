import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { formerHostRewrites } from '../rewrites';
import { comparablePath, hostNames, isFormerHost, matchRedirect } from './match';

const require = createRequire(import.meta.url);
/** How Next compares a request with the `has` of a rewrite. */
const { matchHas } = require('next/dist/shared/lib/router/utils/prepare-destination');

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

describe('hostNames', () => {
  test.each([
    { host: 'old.example.org', names: ['old.example.org'] },
    { host: 'OLD.example.org:80', names: ['old.example.org:80', 'old.example.org'] },
    { host: 'old.example.org.', names: ['old.example.org'] },
    { host: 'old.example.org.:3500', names: ['old.example.org:3500', 'old.example.org'] },
    { host: '', names: [''] },
  ])('$host', ({ host, names }) => {
    expect(hostNames(host)).toEqual(names);
  });
});

describe('former hosts', () => {
  const formerHosts = ['old.example.org', 'localhost:3001'];
  const cases = [
    { host: 'old.example.org', isFormer: true },
    { host: 'Old.Example.Org', isFormer: true },
    { host: 'old.example.org:80', isFormer: true },
    { host: 'old.example.org.', isFormer: true },
    { host: 'OLD.example.org.:3500', isFormer: true },
    { host: 'localhost:3001', isFormer: true },
    { host: 'localhost.:3001', isFormer: true },
    { host: 'localhost:3000', isFormer: false },
    { host: 'localhost:30010', isFormer: false },
    { host: 'localhost', isFormer: false },
    { host: 'very.old.example.org', isFormer: false },
    { host: 'oldxexample.org', isFormer: false },
    { host: '', isFormer: false },
  ];
  test.each(cases)('$host: $isFormer', ({ host, isFormer }) => {
    expect(isFormerHost(host, formerHosts)).toBe(isFormer);
  });

  // The proxy and the rewrite must agree.
  test.each(cases)('$host is rewritten: $isFormer', ({ host, isFormer }) => {
    const request = { headers: { host } };
    const isRewritten = formerHostRewrites(formerHosts).some(
      ({ has }) => matchHas(request, {}, has) !== false,
    );
    expect(isRewritten).toBe(isFormer);
  });
});
