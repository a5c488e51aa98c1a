import { describe, expect, test } from 'vitest';
import { fitTitle } from './lines';

/** Every letter is half as wide as it is high. */
const measure = (text: string, size: number) => (text.length * size) / 2;
const box = {
  width: 1000,
  sizes: [
    { size: 100, lines: 2 },
    { size: 50, lines: 3 },
  ],
};
const setInBox = (title: string) => fitTitle(title, box, measure);

describe('a title', () => {
  test.each([
    { name: 'a word', title: 'Word', size: 100, lines: ['Word'] },
    { name: 'one line', title: 'Twenty letters, just', size: 100, lines: ['Twenty letters, just'] },
    {
      name: 'two lines, alike in length',
      title: 'One two three four five six',
      size: 100,
      lines: ['One two three', 'four five six'],
    },
    {
      name: 'more than two large lines',
      title: 'One two three four five six seven eight nine ten',
      size: 50,
      lines: ['One two three four five', 'six seven eight nine ten'],
    },
    { name: 'nothing', title: '', size: 100, lines: [''] },
  ])('$name', ({ title, size, lines }) => {
    expect(setInBox(title)).toEqual({ size, lines });
  });

  test('too long for any size ends in an ellipsis, within the box', () => {
    const { size, lines } = setInBox('word '.repeat(200));
    expect(size).toBe(50);
    expect(lines).toHaveLength(3);
    expect(lines[2]).toMatch(/word…$/);
    for (const line of lines) expect(measure(line, size)).toBeLessThanOrEqual(1000);
  });

  test('of one endless word is broken anywhere', () => {
    const { size, lines } = setInBox('a'.repeat(100));
    expect(lines.map((line) => line.length)).toEqual([40, 40, 20]);
    expect(size).toBe(50);
  });
});
