import { describe, expect, test } from 'vitest';
import { parseAddress } from '../urls';
import { extrasOfSegment, internalPath, parseExtras } from './extras';

describe('what is asked for', () => {
  test.each([
    { written: '', extras: [] },
    { written: 'html', extras: ['html'] },
    { written: 'tags,html', extras: ['html', 'tags'] },
    { written: 'html,html,', extras: ['html'] },
    {
      written: 'counts,related,tags,text,html',
      extras: ['html', 'text', 'tags', 'related', 'counts'],
    },
    { written: 'HTML', extras: null },
    { written: 'html,body', extras: null },
    { written: 'constructor', extras: null },
  ])('$written', ({ written, extras }) => {
    expect(parseExtras(written)).toEqual(extras);
  });
});

describe('the internal address', () => {
  test.each([
    {
      path: '/json/everything/',
      asked: 'tags,html',
      internal: '/r/feed/html-tags/1/json/everything/',
    },
    { path: '/json/links/page/3/', asked: 'text', internal: '/r/feed/text/3/json/links/' },
    { path: '/tags/a+b.json', asked: 'counts', internal: '/r/feed/counts/1/tags/a+b.json/' },
    { path: '/2026/Jan/5/slug.json', asked: '', internal: '/r/feed/none/1/2026/Jan/5/slug.json/' },
  ])('of $path', ({ path, asked, internal }) => {
    const address = parseAddress(path);
    const extras = parseExtras(asked) ?? [];
    if (address?.page !== 'feed') throw new Error(`${path} is no feed.`);
    expect(internalPath(address, extras)).toBe(internal);
    expect(extrasOfSegment(internal.split('/')[3] ?? '')).toEqual(extras);
  });

  test.each(['tags-html', 'html-html', 'body', ''])('is not made of %s', (segment) => {
    expect(extrasOfSegment(segment)).toBeNull();
  });
});
