import { describe, expect, test } from 'vitest';
import {
  formatMetaTags,
  formatScript,
  metaTag,
  originOf,
  outsideScript,
  parseMetaTags,
  parseScript,
} from './snippets';

describe('meta tags', () => {
  test.each([
    { text: '', is: [] },
    {
      text: 'a=b\n\n c = d=e ',
      is: [
        { name: 'a', content: 'b' },
        { name: 'c', content: 'd=e' },
      ],
    },
    {
      text: '<meta name="google-site-verification" content="x &amp; y" />\n<META content=z name=yandex>',
      is: [
        { name: 'google-site-verification', content: 'x & y' },
        { name: 'yandex', content: 'z' },
      ],
    },
  ])('are read from $text', ({ text, is }) => {
    expect(parseMetaTags(text)).toEqual(is);
    expect(parseMetaTags(formatMetaTags(is))).toEqual(is);
  });

  test.each([
    { name: 'viewport', content: 'x' },
    { name: 'a b', content: 'x' },
    { name: 'a', content: '' },
    { name: '', content: 'x' },
  ])('such as $name=$content are not taken', (tag) => {
    expect(metaTag.safeParse(tag).success).toBe(false);
  });
});

describe('the script of another host', () => {
  test.each([
    { text: ' ', is: null },
    {
      text: 'https://stats.example.org/js/x.js data-domain=example.com',
      is: {
        src: 'https://stats.example.org/js/x.js',
        attributes: [{ name: 'data-domain', value: 'example.com' }],
      },
    },
    {
      text: '<script defer data-a="1 &quot;2&quot;" DATA-B src="https://stats.example.org/x.js?a=1&amp;b=2"></script>',
      is: {
        src: 'https://stats.example.org/x.js?a=1&b=2',
        attributes: [
          { name: 'data-a', value: '1 "2"' },
          { name: 'data-b', value: '' },
        ],
      },
    },
  ])('is read from $text', ({ text, is }) => {
    expect(parseScript(text)).toEqual(is);
    expect(parseScript(formatScript(is))).toEqual(is);
    expect(outsideScript.safeParse(is).success).toBe(true);
  });

  test.each([
    'http://stats.example.org/x.js',
    'https://stats/x.js',
    'https://*.example.org/x.js',
    'https://a;b.example.org/x.js',
    '//stats.example.org/x.js',
    'javascript:alert(1)',
    'data:text/javascript,1',
    'stats.js',
    'https://stats.example.org/x.js data-keep=1',
    '<script>alert(1)</script>',
  ])('is not %s', (text) => {
    expect(outsideScript.safeParse(parseScript(text)).success).toBe(false);
  });

  test('joins the policy with its origin alone', () => {
    expect(originOf(parseScript('https://stats.example.org:8443/x.js'))).toBe(
      'https://stats.example.org:8443',
    );
    expect(originOf(parseScript('/_vercel/insights/script.js'))).toBeNull();
    expect(originOf(null)).toBeNull();
  });
});
