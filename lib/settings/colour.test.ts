import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  contrastIn,
  formatColour,
  grounds,
  minContrast,
  parseColour,
  readableOn,
  type Theme,
} from './colour';

describe('a colour', () => {
  test.each([
    { text: '#ff0000', is: 'oklch(0.628 0.258 29.2)' },
    { text: '#FFF', is: 'oklch(1 0 89.9)' },
    { text: ' #9c3d24 ', is: 'oklch(0.487 0.133 35.7)' },
    { text: 'oklch(0.44 0.135 28)', is: 'oklch(0.44 0.135 28)' },
    { text: 'OKLCH(44% 25% -90deg)', is: 'oklch(0.44 0.1 270)' },
  ])('$text is $is', ({ text, is }) => {
    const colour = parseColour(text);
    expect(colour && formatColour(colour)).toBe(is);
  });

  test.each([
    '',
    'red',
    '#ff',
    '#ff00001',
    'rgb(1 2 3)',
    'oklch(2 0.1 20)',
    'oklch(0.5 2 20)',
    'oklch(0.5 0.1 20);}',
  ])('%j is none', (text) => {
    expect(parseColour(text)).toBeNull();
  });
});

describe('an accent', () => {
  const themes: Theme[] = ['light', 'dark'];
  const wheel = Array.from({ length: 36 }, (_, index) => index * 10);

  test.each(themes)('can be read in the %s theme, whatever was chosen', (theme) => {
    for (const hue of wheel)
      for (const lightness of [0, 0.3, 0.55, 0.8, 1])
        for (const chroma of [0, 0.12, 0.37]) {
          const written = formatColour(readableOn(theme, { lightness, chroma, hue }));
          const shown = parseColour(written);
          expect(shown && contrastIn(theme, shown), written).toBeGreaterThanOrEqual(minContrast);
        }
  });

  test('stays as it is where it can be read', () => {
    const link = { lightness: 0.44, chroma: 0.135, hue: 28 };
    expect(readableOn('light', link)).toEqual(link);
    expect(readableOn('dark', link).lightness).toBeGreaterThan(0.6);
  });

  test('keeps its hue and moves no further than it has to', () => {
    const yellow = readableOn('light', { lightness: 0.9, chroma: 0.15, hue: 100 });
    expect(yellow.hue).toBe(100);
    expect(contrastIn('light', yellow)).toBeLessThan(4.7);
  });
});

test('the grounds are those of the style sheet', () => {
  const tokens = readFileSync('app/styles/tokens.css', 'utf8');
  for (const [index, name] of ['paper', 'raised'].entries()) {
    const value = tokens.match(new RegExp(`--color-${name}: light-dark\\((.*)\\);`))?.[1];
    const [light, dark] = [grounds.light[index], grounds.dark[index]];
    expect(value).toBe(light && dark && `${formatColour(light)}, ${formatColour(dark)}`);
  }
});
