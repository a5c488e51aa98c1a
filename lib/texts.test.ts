import { expect, test } from 'vitest';
import { firstText, withoutNul } from './texts';

test.each([
  { value: undefined, text: '' },
  { value: [], text: '' },
  { value: 'a\0b', text: 'ab' },
  { value: ['a\0', 'b'], text: 'a' },
])('the value $value is “$text”', ({ value, text }) => {
  expect(firstText(value)).toBe(text);
});

test('every NUL goes', () => {
  expect(withoutNul('\0a\0\0b\0')).toBe('ab');
});
