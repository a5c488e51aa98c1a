import { expect, test } from 'vitest';
import { sharedValues } from './shared-values';

test.each([
  {
    name: 'a bookmarklet with a selection',
    query: { url: 'https://example.org/a', title: 'A page', text: 'One line\nanother' },
    values: {
      linkUrl: 'https://example.org/a',
      linkTitle: 'A page',
      body: '> One line\n> another\n\n',
    },
  },
  {
    name: 'a phone that shares the address as text',
    query: { title: 'A page', text: 'Look at this https://example.org/a' },
    values: { linkUrl: 'https://example.org/a', linkTitle: 'A page', body: '> Look at this\n\n' },
  },
  {
    name: 'an address alone',
    query: { text: 'https://example.org/a' },
    values: { linkUrl: 'https://example.org/a', linkTitle: '', body: '' },
  },
  { name: 'nothing', query: {}, values: { linkUrl: '', linkTitle: '', body: '' } },
  {
    name: 'a name given twice',
    query: { url: ['https://example.org/a', 'https://example.org/b'] },
    values: { linkUrl: 'https://example.org/a', linkTitle: '', body: '' },
  },
])('$name', ({ query, values }) => {
  expect(sharedValues('blogmark', query)).toEqual(values);
});

test('a selection is what a quotation is of', () => {
  const query = { url: 'https://example.org/a', title: 'A page', text: 'Words.' };
  expect(sharedValues('quotation', query)).toEqual({
    sourceUrl: 'https://example.org/a',
    source: 'A page',
    body: 'Words.',
  });
});
