import { describe, expect, test } from 'vitest';
import { cleanAddress, cleanSrcset } from './addresses';
import { renderBody } from './render';

const own = ['blog.example', 'www.blog.example'];

const links: Array<[name: string, written: string, clean: string | undefined]> = [
  ['own host', 'https://blog.example/2020/Jan/1/a/#b', '/2020/Jan/1/a/#b'],
  ['own host over http', 'http://blog.example/a?b=1', '/a?b=1'],
  ['own host with www', 'https://www.blog.example/a', '/a'],
  ['own host in capitals', 'HTTPS://Blog.Example/A', '/A'],
  ['own host alone', 'https://blog.example', '/'],
  ['own host with only a query', 'https://blog.example?x=1', '/?x=1'],
  ['own host without scheme', '//blog.example/a', '/a'],
  ['never another host by accident', 'https://blog.example//evil.example/', '/evil.example/'],
  ['another host', 'https://static.blog.example/a', 'https://static.blog.example/a'],
  ['another port', 'https://blog.example:8080/a', 'https://blog.example:8080/a'],
  ['a host that begins alike', 'https://blog.example.org/', 'https://blog.example.org/'],
  ['without scheme', '//a.example/x', 'https://a.example/x'],
  ['relative', '../a b.html', '../a%20b.html'],
  ['fragment', '#there', '#there'],
  ['mail', 'mailto:a@b.example', 'mailto:a@b.example'],
  ['telephone', 'tel:+441234', 'tel:+441234'],
  ['spaces around', ' https://a.example/ ', 'https://a.example/'],
  [
    'stray characters',
    'https://a.example/"<b>`{c}|\\',
    'https://a.example/%22%3Cb%3E%60%7Bc%7D%7C%5C',
  ],
  ['stray percent signs', 'https://a.example/100%/%41', 'https://a.example/100%25/%41'],
  ['brackets in a path', 'https://a.example/[b]?c[]=1', 'https://a.example/%5Bb%5D?c[]=1'],
  ['an address of numbers', 'https://[::1]/a', 'https://[::1]/a'],
  ['a second number sign', 'https://a.example/#a#b', 'https://a.example/#a%23b'],
  ['other scripts', 'https://a.example/é', 'https://a.example/é'],
  ['script', 'javascript:alert(1)', undefined],
  ['script behind a line end', 'java\nscript:alert(1)', undefined],
  ['file', 'file:///etc/passwd', undefined],
  ['data', 'data:text/html,x', undefined],
];

describe('addresses of links', () => {
  test.each(links)('%s', (_, written, clean) => {
    expect(cleanAddress(written, 'link', own)).toBe(clean);
  });
});

describe('addresses of images', () => {
  test.each([
    ['a small picture as data', 'data:image/png;base64,iVBORw0KGgo=', true],
    ['a drawing as data', 'data:image/svg+xml;base64,PHN2Zz4=', false],
    ['a large picture as data', `data:image/png;base64,${'A'.repeat(20_000)}`, false],
    ['mail', 'mailto:a@b.example', false],
  ])('%s', (_, written, isKept) => {
    expect(cleanAddress(written, 'image', own)).toBe(isKept ? written : undefined);
  });

  test('every candidate of a srcset', () => {
    const written =
      'https://blog.example/a.png, https://c.example/w_1,h_2/x.png 2x,javascript:x 3x, /d.png 10q';
    expect(cleanSrcset(written, own)).toBe('/a.png, https://c.example/w_1,h_2/x.png 2x, /d.png');
  });
});

test('own addresses in every attribute of a body', async () => {
  const { html } = await renderBody(
    '<blockquote cite="https://blog.example/q"><p><a href="https://blog.example/a">a</a> <img src="http://blog.example/i.png" srcset="https://blog.example/j.png 2x"><video src="https://blog.example/v.mp4" poster="//blog.example/p.png"></video></p></blockquote>',
    { format: 'html', typography: true, idPrefix: '', ownHosts: own },
  );
  for (const part of [
    'cite="/q"',
    'href="/a"',
    'src="/i.png"',
    'srcset="/j.png 2x"',
    'src="/v.mp4"',
    'poster="/p.png"',
  ]) {
    expect(html).toContain(part);
  }
});
