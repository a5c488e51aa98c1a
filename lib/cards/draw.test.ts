import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { initialSettings } from '../settings/definition';
import { type Card, cardOf, cardPath } from './card';
import { drawCard, svgOf } from './draw';
import { buildEntry } from './fixture';

const card: Card = {
  label: 'entry',
  title: 'On bread',
  site: 'Commonplace',
  host: 'example.org',
  date: '15th January 2026',
  accent: '',
};

const hasTitle = (title: string) =>
  svgOf({ ...card, title }) !== svgOf({ ...card, title: card.site });

describe('a card', () => {
  test('is a small picture of 1200 by 630', async () => {
    const png = await drawCard(card);
    expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
    expect(png.length).toBeLessThan(80_000);
  });

  test('is made of outlines: no font of the machine has a part in it', () => {
    expect(svgOf(card)).not.toContain('<text');
  });

  test.each([
    { name: 'accents', title: 'Café, Œuvre, Łódź, Việt' },
    { name: 'Greek and Cyrillic', title: 'Ελλάδα и Россия' },
    { name: 'signs', title: '“Quotes” – 100 % → €5 & <more>' },
    { name: 'letters and marks apart', title: 'Cafe\u0301' },
    { name: 'an emoji beside words', title: 'Party 🎉 time 👩‍👩‍👧' },
  ])('says what our letters can: $name', ({ title }) => {
    expect(hasTitle(title)).toBe(true);
  });

  test.each(['日本語のタイトル', 'שלום עולם', 'مرحبا', '🎉', '', 'Bread パン'])(
    'says whose it is where they cannot: %s',
    (title) => {
      expect(hasTitle(title)).toBe(false);
    },
  );

  test('says the host of a site whose name they cannot write', () => {
    const foreign = { ...card, site: '私のブログ', title: '日本語' };
    expect(svgOf(foreign)).toBe(svgOf({ ...foreign, title: card.host }));
  });

  test('carries the accent that the owner has chosen, dark enough to be read', () => {
    expect(svgOf({ ...card, accent: '#00ff00' })).not.toContain('#00ff00');
    expect(svgOf({ ...card, accent: '#004400' })).toContain('#004400');
  });

  test.each(['a'.repeat(4000), 'word '.repeat(2000), '\u0000\u202e\u200d'])(
    'is drawn whatever is in a title',
    async (title) => {
      expect((await drawCard({ ...card, title })).length).toBeGreaterThan(1000);
    },
  );
});

describe('its address', () => {
  const site = { settings: initialSettings, url: 'https://example.org' };
  const path = (over = {}) => cardPath(7, cardOf({ ...buildEntry(), ...over }, site));

  test('is the same as long as what is on it is', () => {
    expect(path()).toMatch(/^\/cards\/7-[0-9a-f]{12}\.png$/);
    expect(path({ html: '<p>Other words.</p>', updatedAt: new Date() })).toBe(path());
  });

  test.each([{ displayTitle: 'Another' }, { publishedOn: '2026-01-16' }])(
    'is another with %o',
    (over) => {
      expect(path(over)).not.toBe(path());
    },
  );
});
