import { describe, expect, test } from 'vitest';
import { findAsset, iconAsset, styleAsset } from './assets';
import { initialSettings, type Settings } from './definition';

const settings = (over: Partial<Settings>): Settings => ({ ...initialSettings, ...over });

describe('the style sheet', () => {
  test('is none while nothing is set', () => {
    expect(styleAsset(initialSettings)).toBeNull();
    expect(styleAsset(settings({ customCss: ' \n' }))).toBeNull();
  });

  test('holds the accent, then the owner’s own', () => {
    const sheet = styleAsset(settings({ accent: '#0b6', customCss: 'a { --color-link: red }' }));
    expect(sheet?.body).toMatch(
      /^:root \{ --color-link: light-dark\(oklch\([\d .]+\), oklch\([\d .]+\)\); --color-visited: light-dark\(.*\); \}\na \{ --color-link: red \}$/,
    );
  });

  test('has a name of its content', () => {
    const [one, same, other] = ['a{}', 'a{}', 'b{}'].map((customCss) =>
      styleAsset(settings({ customCss })),
    );
    expect(one?.name).toMatch(/^custom\.[0-9a-f]{16}\.css$/);
    expect(same?.name).toBe(one?.name);
    expect(other?.name).not.toBe(one?.name);
  });
});

describe('the icon', () => {
  test('is none while nothing is set', () => {
    expect(iconAsset(initialSettings)).toBeNull();
  });

  test('is drawn from a letter in the accent’s colour', () => {
    const plain = iconAsset(settings({ favicon: { kind: 'sign', text: 'C' } }));
    const green = iconAsset(settings({ favicon: { kind: 'sign', text: 'C' }, accent: '#0b6' }));
    expect(plain?.type).toBe('image/svg+xml');
    expect(plain?.name).not.toBe(green?.name);
  });

  test('is the file that was uploaded', () => {
    const data = Buffer.from('picture').toString('base64');
    const icon = iconAsset(settings({ favicon: { kind: 'file', type: 'image/png', data } }));
    expect(icon?.name).toMatch(/^icon\.[0-9a-f]{16}\.png$/);
    expect(Buffer.from(icon?.body ?? '').toString()).toBe('picture');
  });
});

describe('an asset that is asked for', () => {
  const set = settings({ customCss: 'a{}', favicon: { kind: 'sign', text: 'C' } });

  test.each([
    { name: 'custom.0000000000000000.css', is: styleAsset(set) },
    { name: 'icon.0000000000000000.png', is: iconAsset(set) },
    { name: 'other.css', is: null },
    { name: 'constructor', is: null },
  ])('$name', ({ name, is }) => {
    expect(findAsset(name, set)).toEqual(is);
    expect(findAsset(name, initialSettings)).toBeNull();
  });
});
