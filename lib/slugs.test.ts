import { describe, expect, test } from 'vitest';
import { isPostSlug, isTagSlug, postSlug, slugWithSuffix, tagSlug } from './slugs';

describe('postSlug', () => {
  test.each([
    { title: 'Hello, World!', slug: 'hello-world' },
    { title: 'SQLite 3.45: what’s new?', slug: 'sqlite-3-45-whats-new' },
    { title: 'Ünïcödé straße', slug: 'uenicoede-strasse' },
    { title: 'Привет мир', slug: 'privet-mir' },
    { title: '日本語', slug: 'fallback' },
    { title: '???', slug: 'fallback' },
    { title: `${'a'.repeat(40)} ${'b'.repeat(40)}`, slug: 'a'.repeat(40) },
    { title: 'x'.repeat(200), slug: 'x'.repeat(64) },
  ])('$title', ({ title, slug }) => {
    expect(postSlug(title, 'fallback')).toBe(slug);
    expect(isPostSlug(postSlug(title, 'fallback'))).toBe(true);
  });
});

test('a suffix counts inside the limit', () => {
  expect(slugWithSuffix('perl', 2)).toBe('perl-2');
  expect(slugWithSuffix('x'.repeat(64), 12)).toBe(`${'x'.repeat(61)}-12`);
});

describe('isPostSlug', () => {
  test.each(['a', 'webStandards', 'a_b-c', 'x'.repeat(64)])('%s', (slug) => {
    expect(isPostSlug(slug)).toBe(true);
  });
  test.each(['', 'a.b', 'a b', 'é', 'x'.repeat(65), 'a/b'])('not %s', (slug) => {
    expect(isPostSlug(slug)).toBe(false);
  });
});

describe('tagSlug', () => {
  test.each([
    { name: 'Python', slug: 'python' },
    { name: 'C++', slug: 'cpp' },
    { name: 'C#', slug: 'csharp' },
    { name: '.NET', slug: 'dotnet' },
    { name: 'mod_rewrite', slug: 'mod_rewrite' },
    { name: 'Machine Learning', slug: 'machine-learning' },
    { name: '日本語', slug: '日本語' },
    { name: 'café', slug: 'café' },
    { name: "don't", slug: 'dont' },
    { name: 'a/b?c', slug: 'a-b-c' },
    { name: 'constructor', slug: 'constructor' },
    { name: '__proto__', slug: '__proto__' },
    { name: 'toString', slug: 'tostring' },
    { name: `${'a'.repeat(63)}𐀀b`, slug: `${'a'.repeat(63)}𐀀` },
    { name: `${'a'.repeat(64)}𐀀`, slug: 'a'.repeat(64) },
    { name: '𐀀'.repeat(70), slug: '𐀀'.repeat(64) },
    { name: `${'a'.repeat(63)}-b`, slug: 'a'.repeat(63) },
    { name: '+++', slug: null },
    { name: '   ', slug: null },
  ])('$name', ({ name, slug }) => {
    expect(tagSlug(name)).toBe(slug);
    if (slug !== null) expect(isTagSlug(slug)).toBe(true);
  });

  test.each(['Python', 'a b', 'a+b', '', 'cafe\u0301'])('%s is not canonical', (slug) => {
    expect(isTagSlug(slug)).toBe(false);
  });
});
