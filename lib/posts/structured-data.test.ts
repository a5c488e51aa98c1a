import { describe, expect, test } from 'vitest';
import { buildEntry } from '../cards/fixture';
import { initialSettings } from '../settings/definition';
import type { Site } from '../site';
import { describeForMachines, describeSite, describeWay } from './structured-data';

const site: Site = {
  settings: { ...initialSettings, title: 'Notes', author: 'Ada', language: 'en-GB' },
  years: [2026],
  url: 'https://example.org',
  dates: { locale: 'en-GB', timeZone: 'UTC' },
  style: null,
  icon: null,
};
const image = 'https://example.org/cards/7-0.png';
const base = buildEntry();
const {
  kind: _,
  excerptHtml: __,
  hasMore: ___,
  wordCount: ____,
  cardImage: _____,
  ...common
} = base;

describe('a post', () => {
  test('is a posting of the blog', () => {
    expect(describeForMachines(base, site, image)).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'BlogPosting',
      url: 'https://example.org/2026/Jan/15/on-bread/',
      headline: 'On bread',
      image: [image],
      datePublished: '2026-01-15T09:30:00.000Z',
      dateModified: '2026-01-16T10:00:00.000Z',
      author: { '@type': 'Person', name: 'Ada', url: 'https://example.org/about/' },
      isPartOf: { '@type': 'Blog', name: 'Notes' },
      inLanguage: 'en-GB',
      keywords: ['bread', 'C++'],
      wordCount: 1,
    });
  });

  test('was not changed before it was there', () => {
    const scheduled = { ...base, updatedAt: new Date('2026-01-01T00:00:00Z') };
    expect(describeForMachines(scheduled, site, image)).toMatchObject({
      dateModified: '2026-01-15T09:30:00.000Z',
    });
  });

  test('that links or quotes says what', () => {
    const link = {
      ...common,
      kind: 'blogmark' as const,
      linkUrl: 'https://a.example/',
      linkTitle: 'There',
      via: null,
    };
    expect(describeForMachines(link, site, image)).toMatchObject({
      citation: { '@type': 'WebPage', name: 'There', url: 'https://a.example/' },
    });
    const quotation = {
      ...common,
      kind: 'quotation' as const,
      source: 'Somebody',
      sourceUrl: null,
      contextHtml: '',
    };
    expect(describeForMachines(quotation, site, image)).toMatchObject({
      citation: { '@type': 'Quotation', text: 'Bread.', creator: { name: 'Somebody' } },
    });
  });

  test('has a headline that is cut at a word', () => {
    const long = { ...base, displayTitle: 'word '.repeat(40).trim() };
    const { headline } = describeForMachines(long, site, image);
    expect(headline).toMatch(/^(word )+word…$/);
    expect(String(headline).length).toBeLessThanOrEqual(110);
  });

  test('is reached by its date', () => {
    expect(describeWay(base, site)).toMatchObject({
      '@type': 'BreadcrumbList',
      itemListElement: [
        { position: 1, name: '2026', item: 'https://example.org/2026/' },
        { position: 2, item: 'https://example.org/2026/Jan/' },
        { position: 3, item: 'https://example.org/2026/Jan/15/' },
        { position: 4, name: 'On bread', item: 'https://example.org/2026/Jan/15/on-bread/' },
      ],
    });
  });
});

test('a site without an author is its own', () => {
  const unsigned = { ...site, settings: { ...site.settings, author: '' } };
  expect(describeSite(unsigned)).toMatchObject({
    '@type': 'Blog',
    author: { '@type': 'Organization', name: 'Notes' },
  });
});
