import { expect, test } from 'vitest';
import { linksOf } from './weight';

test('finds what a page loads, whatever the order of attributes', () => {
  const html = `<link rel="stylesheet" href="/a.css?x=1&amp;y=2" data-precedence="next"/>
    <link href="/icon.svg" rel="icon"><link rel="preload" as="font" href="/f.woff2" crossorigin="">
    <script>inline()</script><script defer src="/assets/reader.js"></script>`;
  expect(linksOf(html)).toEqual({
    styles: ['/a.css?x=1&y=2'],
    scripts: ['/assets/reader.js'],
    fonts: ['/f.woff2'],
  });
});
