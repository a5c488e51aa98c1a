// The proxy costs a reading page more than half of its throughput, so its matcher must let every
// canonical address pass by, and nothing else.
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { config } from '../proxy';
import { kinds, postKinds } from './posts/kinds';
import { publicPath, readingRewrites } from './rewrites';
import { parseAddress, urls } from './urls';

const require = createRequire(import.meta.url);
const { pathToRegexp } = require('next/dist/compiled/path-to-regexp');

const [pattern] = config.matcher;
// Next stores the expression without flags: case counts.
const matcher: RegExp = pathToRegexp(String(pattern), [], { sensitive: true });
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
  urls.seriesIndex(),
  urls.series('using-llms'),
  urls.series('using-llms', 2),
  urls.about(),
];

const passedBy = [
  '/_next/static/chunks/x.js',
  '/assets/reader-0.js',
  '/icon.svg',
  '/speculation.json',
  '/healthz',
  '/readyz',
];

describe('passes by', () => {
  test.each([...canonical, ...passedBy])('%s', (path) => {
    expect(matcher.test(path)).toBe(false);
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
    '/series/Using/',
    '/about',
    '/r/year/2026/',
    '/former-host/',
    '/wp-login.php',
    '/anything/',
  ])('%s', (path) => {
    expect(matcher.test(path)).toBe(true);
  });
});

test('each kind has its listing in the matcher', () => {
  for (const kind of postKinds) expect(String(pattern)).toContain(kinds[kind].segment);
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
