import { describe, expect, test } from 'vitest';
import { readRowId, rowId } from './input';

describe('an id in an address or a form', () => {
  test.each([
    { text: '12', id: 12 },
    { text: '999999999', id: 999_999_999 },
    { text: '2147483647', id: 2_147_483_647 },
    { text: '2147483648', id: null },
    { text: '99999999999', id: null },
    { text: '0', id: null },
    { text: '012', id: null },
    { text: '0x0c', id: null },
    { text: '1e3', id: null },
    { text: '-1', id: null },
    { text: ' 1', id: null },
    { text: '', id: null },
  ])('“$text”', ({ text, id }) => {
    expect(readRowId(text)).toBe(id);
  });
});

test.each([
  { given: 12, isId: true },
  { given: 0, isId: false },
  { given: 1.5, isId: false },
  { given: 2_147_483_648, isId: false },
  { given: null, isId: false },
  { given: undefined, isId: false },
])('$given in JSON: $isId', ({ given, isId }) => {
  expect(rowId.safeParse(given).success).toBe(isId);
});
