import { describe, expect, test } from 'vitest';
import { formatSource, isRefusal, parseLine, parseSource, parseTarget } from './input';

const siteUrl = 'https://www.example.org';

describe('an address to be redirected', () => {
  test.each([
    { text: '/old/', host: '', path: '/old' },
    { text: ' //old//page/ ', host: '', path: '/old/page' },
    { text: '/', host: '', path: '/' },
    { text: '/caf%C3%A9', host: '', path: '/café' },
    { text: '*', host: '', path: '*' },
    { text: 'old.example.org', host: 'old.example.org', path: '/' },
    { text: 'Old.example.org:8080/Page/', host: 'old.example.org:8080', path: '/Page' },
    { text: 'https://old.example.org/a', host: 'old.example.org', path: '/a' },
    { text: 'old.example.org/*', host: 'old.example.org', path: '*' },
    { text: 'https://www.example.org/a', host: '', path: '/a' },
  ])('$text is $path of “$host”', ({ text, ...is }) => {
    expect(parseSource(text, siteUrl)).toEqual(is);
  });

  test.each([
    { text: '/old', is: '/old' },
    { text: '*', is: '*' },
    { text: 'old.example.org/a/', is: 'old.example.org/a' },
    { text: 'old.example.org/*', is: 'old.example.org/*' },
  ])('$text is shown as $is', ({ text, is }) => {
    const source = parseSource(text, siteUrl);
    expect(!isRefusal(source) && formatSource(source)).toBe(is);
  });

  test.each([
    '',
    ' ',
    '/a?p=1',
    '/a#b',
    '/a/*',
    '*.example.org/a',
    '/%E0%A4%A',
    '/a%00',
    'mailto:a@example.org',
    `/${'x'.repeat(2000)}`,
  ])('is not “%s”', (text) => {
    expect(parseSource(text, siteUrl)).toMatchObject({ field: 'from' });
  });
});

describe('where it leads', () => {
  test.each([
    { text: ' /new/?a=1#b ', is: '/new/?a=1#b' },
    { text: '/café', is: '/caf%C3%A9' },
    { text: 'https://www.example.org/new/', is: '/new/' },
    { text: 'http://www.example.org/new/#part', is: '/new/#part' },
    { text: 'https://other.example/x', is: 'https://other.example/x' },
  ])('$text is $is', ({ text, is }) => {
    expect(parseTarget(text, siteUrl)).toBe(is);
  });

  test.each([
    '',
    'new',
    '//other.example/x',
    '/\\other.example',
    'javascript:alert(1)',
    'https://',
    '/%E0%A4%A',
  ])('is not “%s”', (text) => {
    expect(parseTarget(text, siteUrl)).toMatchObject({ field: 'to' });
  });
});

test.each([
  { line: '/a /b', is: { from: '/a', to: '/b' } },
  { line: ' /a  ->  https://b.example/ ', is: { from: '/a', to: 'https://b.example/' } },
  { line: '/a\t/b', is: { from: '/a', to: '/b' } },
  { line: '/a, /b', is: { from: '/a', to: '/b' } },
  { line: '/a', is: null },
  { line: '/a /b /c', is: null },
])('the line “$line”', ({ line, is }) => {
  expect(parseLine(line)).toEqual(is);
});
