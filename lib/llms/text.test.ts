import { expect, test } from 'vitest';
import { initialSettings } from '../settings/definition';
import type { Site } from '../site';
import { writeLlmsText } from './text';

const site: Site = {
  settings: { ...initialSettings, title: 'Notes', tagline: 'On [bread]', author: 'Ada' },
  years: [],
  url: 'https://example.org',
  dates: { locale: 'en', timeZone: 'UTC' },
  style: null,
  icon: null,
};

test('names the site, its lists, and what is new', () => {
  const text = writeLlmsText({
    site,
    entries: [
      {
        id: 1,
        slug: 'rye',
        publishedOn: '2026-01-15',
        displayTitle: 'Rye\n* and [more]',
        publishedAt: new Date('2026-01-15T09:00:00Z'),
      },
    ],
    tags: [{ id: 1, slug: 'c-and-more', name: 'C & more', count: 3 }],
  });
  expect(text).toMatch(/^# Notes\n\n> On \\\[bread\\\]\n\nA weblog by Ada\./);
  expect(text).toContain('- [Everything](https://example.org/json/everything/): the newest posts');
  expect(text).toContain('- [Sitemap](https://example.org/sitemap.xml)');
  expect(text).toContain(
    '- [Rye \\* and \\[more\\]](https://example.org/2026/Jan/15/rye.md): 2026-01-15',
  );
  expect(text).toContain('- [C & more](https://example.org/tags/c-and-more.json): 3');
});

test('of a site with nothing on it has no empty sections', () => {
  const text = writeLlmsText({ site, entries: [], tags: [] });
  expect(text.match(/^## .*$/gm)).toEqual(['## Lists']);
});
