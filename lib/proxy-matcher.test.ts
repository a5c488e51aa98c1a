// The proxy costs a reading page more than half of its throughput, so its matcher must let every
// canonical address pass by, and nothing else.
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { config } from '../proxy';
import { kinds, postKinds } from './posts/kinds';
import { publicPath, readingRewrites } from './rewrites';
import { canonicalFeeds, uncanonicalFeeds } from './testing/feed-addresses';
import { parseAddress, urls } from './urls';

const require = createRequire(import.meta.url);
const { pathToRegexp } = require('next/dist/compiled/path-to-regexp');

const patterns = config.matcher.filter((matcher) => typeof matcher === 'string');
// Next stores the expressions without flags: case counts.
const matchers: RegExp[] = patterns.map((pattern) =>
  pathToRegexp(pattern, [], { sensitive: true }),
);

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    if (error instanceof URIError) return path;
    throw error;
  }
}

/** As Next asks: with the path as it came, then decoded. */
const isStopped = (path: string) =>
  [path, decoded(path)].some((form) => matchers.some((matcher) => matcher.test(form)));

const internal: RegExp[] = readingRewrites.map(({ source }) => pathToRegexp(source));

const canonical = [
  urls.stream(),
  urls.stream(2),
  urls.stream(100),
  urls.year(2026),
  urls.month(2026, 9),
  urls.month(2026, 12, 3),
  urls.day('2026-01-05'),
  urls.day('2026-12-31'),
  urls.post({ publishedOn: '2002-06-12', slug: 'webStandards' }),
  urls.post({ publishedOn: '2026-01-05', slug: 'x'.repeat(64) }),
  ...postKinds.flatMap((kind) => [urls.kind(kind), urls.kind(kind, 200)]),
  urls.beats('til_update'),
  urls.beats('release', 2),
  urls.tags(),
  urls.tag('python'),
  urls.tag('mod_rewrite', 12),
  urls.tag(['ai', 'llms', 'python']),
  urls.tag('café'),
  urls.tag(['日本語', 'ai']),
  urls.tag(['a', 'b', 'c', 'd', 'e'], 2),
  urls.tag('x'.repeat(64)),
  urls.tag('日'.repeat(64)),
  urls.tag('𐀀'.repeat(32)),
  // First and last letters of two, three and four bytes, and around the surrogates.
  urls.tag(['ß', 'ߪ', 'ࠀ', '힣', 'ﬀ']),
  urls.tag(['ￜ', '𐀀', '𠀀', '𰀀']),
  urls.seriesIndex(),
  urls.series('using-llms'),
  urls.series('using-llms', 2),
  urls.about(),
  ...canonicalFeeds,
];

const passedBy = [
  '/_next/static/chunks/x.js',
  '/assets/reader-0.js',
  '/icon.svg',
  '/speculation.json',
  '/healthz',
  '/readyz',
  '/robots.txt',
  '/llms.txt',
  '/cards/12-0123456789ab.png',
  '/cards/site-0123456789ab.png',
  '/sitemap.xml',
  '/sitemap/2026-01.xml',
  '/sitemap/tags-2.xml',
  '/random',
  '/random/',
  '/random/python/',
  '/random/ai+python',
  '/api/upload/',
  '/api/upload/start/',
  '/media/12/cat.jpg',
  '/media/12/3fa9c1d2e4/cat.jpg',
  '/media/12/3fa9c1d2e4-960/cat.webp',
  '/media/999999999/%E6%97%A5.pdf',
];

describe('passes by', () => {
  test.each([...canonical, ...passedBy])('%s', (path) => {
    expect(isStopped(path)).toBe(false);
  });

  test.each(canonical)('%s, which a rewrite leads to its page', (path) => {
    expect(internal.some((source) => source.test(path))).toBe(true);
  });
});

describe('stops', () => {
  test.each([
    '/2026',
    '/2026/jan/',
    '/2026/Jan/05/',
    '/2026/Jan/32/',
    '/2026/Jan/5/slug',
    '/2026/Jan/5/a.b/',
    '/page/1/',
    '/page/1000/',
    '/entries',
    '/Entries/',
    '/notes/page/1/',
    '/elsewhere/page/',
    '/elsewhere/TIL/',
    '/tags',
    '/tags/Python/',
    '/tags/a%2Bb/',
    '/tags/a+/',
    '/tags/caf%c3%a9/',
    '/tags/a%20b/',
    '/tags/%61/',
    '/tags/a++b/',
    '/tags/+a/',
    '/tags/a+b+c+d+e+f/',
    `/tags/${'a'.repeat(65)}/`,
    `/tags/${'日'.repeat(65)}/`,
    '/tags/CAF%C3%89/',
    '/tags/x/page/1/',
    '/tags/x/y/',
    // Not UTF-8: a byte alone, one too many, an overlong form, a surrogate, past the last character.
    '/tags/%FF/',
    '/tags/%80/',
    '/tags/%C3/',
    '/tags/%C0%80/',
    '/tags/%E0%80%80/',
    '/tags/a+%FF/',
    '/tags/%C3%A9%FF/',
    '/tags/%C3%A9%80/',
    '/tags/%ED%A0%80/',
    '/tags/%F0%80%80%80/',
    '/tags/%F4%90%80%80/',
    '/tags/%F5%80%80%80/',
    '/tags/%E0%A4/page/2/',
    '/tags/%E0%A4/',
    '/series/Using/',
    '/about',
    ...uncanonicalFeeds,
    '/r/year/2026/',
    '/former-host/',
    '/randomly/',
    '/random/caf%C3%A9/',
    '/random/%FF/',
    '/random/a/b/',
    '/Random/',
    '/e/12/',
    '/cards/',
    '/cards/12.png',
    '/sitemap.xml/',
    '/sitemap/',
    '/sitemap/2026-01.xml/',
    '/sitemap/../x',
    '/r/sitemap/index.xml',
    '/beat/12',
    '/media/',
    '/media/0/x',
    '/media/12/',
    '/media/12/a/b',
    '/media/12/%ff',
    '/media/12/%ED%A0%80.png',
    '/api/uploads/',
    '/wp-login.php',
    '/anything/',
  ])('%s', (path) => {
    expect(isStopped(path)).toBe(true);
  });
});

test('each kind has its listing in the matcher', () => {
  for (const kind of postKinds) expect(patterns[0]).toContain(kinds[kind].segment);
});

test('a name under /tags/ that passes by can be decoded', () => {
  const hex = (byte: number) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  const tails = [
    '',
    '%80',
    '%9F',
    '%A0',
    '%8F',
    '%90',
    '%BF',
    '%80%80',
    '%BF%BF',
    '%A0%80',
    '%90%80%80',
    '%8F%BF%BF',
  ];
  for (let byte = 0x80; byte <= 0xff; byte += 1)
    for (const tail of tails) {
      const path = `/tags/${hex(byte)}${tail}/`;
      if (!isStopped(path)) expect(() => decodeURIComponent(path)).not.toThrow();
    }
});

test.each(canonical)('the internal path of %s leads back to it', (path) => {
  const index = internal.findIndex((source) => source.test(path));
  const rewrite = readingRewrites[index];
  const keys: { name: string }[] = [];
  const values = pathToRegexp(rewrite?.source ?? '', keys).exec(path) ?? [];
  const destination = keys.reduce(
    (filled, key, position) => filled.replace(`:${key.name}`, values[position + 1] ?? ''),
    rewrite?.destination ?? '',
  );
  const back = publicPath(destination);
  expect(back && parseAddress(back)).toEqual(parseAddress(path));
});
