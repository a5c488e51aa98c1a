import { describe, expect, test } from 'vitest';
import { postSlug } from '../slugs';
import { slugSource } from './slug-source';

describe('a note without a title is named after its first words', () => {
  test.each([
    { body: 'Plain words, then more.', slug: 'plain-words-then-more' },
    { body: '**Bold** and `code`', slug: 'bold-and-code' },
    { body: '[A page](https://example.org/x) of note', slug: 'a-page-of-note' },
    {
      body: 'See [it](https://en.wikipedia.org/wiki/C_(language) "C") there',
      slug: 'see-it-there',
    },
    { body: '![A heron](media:5) at the lake', slug: 'a-heron-at-the-lake' },
    { body: 'https://example.org/long/path is down', slug: 'is-down' },
    { body: 'https://example.org/', slug: 'https-example-org' },
    { body: 'Array[0](1) stays short', slug: 'array0-stays-short' },
  ])('$body', ({ body, slug }) => {
    expect(postSlug(slugSource({ kind: 'note', body }), 'fallback')).toBe(slug);
  });

  test('unless it has one', () => {
    expect(slugSource({ kind: 'note', title: 'A title', body: 'Words' })).toBe('A title');
  });
});
