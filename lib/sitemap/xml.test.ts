// Judged by libxml2 against the rules of the protocol.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { writeSitemap, writeSitemapIndex } from './xml';

const schema = readFileSync(path.join(import.meta.dirname, 'fixture.xsd'), 'utf8');

async function problems(xml: string): Promise<string[]> {
  const { errors } = await validateXML({
    xml: [{ fileName: 'sitemap.xml', contents: xml }],
    schema: [schema],
  });
  return errors.map((error) => error.message);
}

const changedAt = new Date('2026-01-15T09:30:00.123Z');
const entries = [
  { url: 'https://example.org/', changedAt: null },
  { url: 'https://example.org/tags/%E6%97%A5%E6%9C%AC/', changedAt },
  { url: `https://example.org/a?b=1&c="<'>"`, changedAt },
];

describe('a sitemap is valid', () => {
  test('of pages', async () => {
    expect(await problems(writeSitemap(entries))).toEqual([]);
  });

  test('of files', async () => {
    expect(await problems(writeSitemapIndex(entries))).toEqual([]);
  });
});

test('the rules would refuse what is not', async () => {
  const twice = entries.slice(0, 1).concat(entries.slice(0, 1));
  expect(await problems(writeSitemap(twice))).not.toEqual([]);
  expect(await problems(writeSitemap([{ url: '/relative/', changedAt }]))).not.toEqual([]);
  expect(await problems(writeSitemap([]))).not.toEqual([]);
});

test('says when in UTC, and nothing where nothing is known', () => {
  const xml = writeSitemap(entries);
  expect(xml).toContain('<lastmod>2026-01-15T09:30:00.123Z</lastmod>');
  expect(xml.match(/<lastmod>/g)).toHaveLength(2);
  expect(xml).toContain('a?b=1&amp;c=&quot;&lt;&#39;&gt;&quot;');
});
