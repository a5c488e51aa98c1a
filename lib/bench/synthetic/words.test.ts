import { expect, test } from 'vitest';
import { makeMaterial } from './words';

const material = makeMaterial();

test('the material is the same on every run', () => {
  expect(makeMaterial().paragraphs.at(-1)).toEqual(material.paragraphs.at(-1));
});

test('paragraphs have natural lengths', () => {
  const lengths = material.paragraphs.map(({ words }) => words).sort((a, b) => a - b);
  expect(lengths[0]).toBeGreaterThanOrEqual(4);
  expect(lengths[lengths.length / 2]).toBeGreaterThan(20);
  expect(lengths[lengths.length / 2]).toBeLessThan(35);
  expect(lengths.at(-1)).toBeLessThanOrEqual(200);
});

test('words are commoner and rarer', () => {
  const words = material.paragraphs.flatMap(
    ({ text }) => text.toLowerCase().match(/[a-z]+/g) ?? [],
  );
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const sorted = [...counts.values()].sort((a, b) => b - a);
  expect(sorted[0]).toBeGreaterThan(words.length * 0.03);
  expect(sorted.filter((count) => count < 5).length).toBeGreaterThan(1000);
});
