import { describe, expect, test } from 'vitest';
import { compareLines, compareWords, foldRows, inlineRow, type Piece } from './text-diff';

/** `same [-removed-] {+added+}`. */
const show = (pieces: Piece[] | null) =>
  pieces === null
    ? null
    : pieces
        .map(({ kind, text }) =>
          kind === 'same' ? text : kind === 'added' ? `{+${text}+}` : `[-${text}-]`,
        )
        .join('');

test.each([
  { former: 'a quick fox', latter: 'a slow fox', shown: 'a [-quick-]{+slow+} fox' },
  { former: 'the same', latter: 'the same', shown: 'the same' },
  {
    former: 'one thing',
    latter: 'quite another matter',
    shown: '[-one thing-]{+quite another matter+}',
  },
  { former: '', latter: 'new', shown: '{+new+}' },
])('words of “$former” and “$latter”', ({ former, latter, shown }) => {
  expect(show(compareWords(former, latter))).toBe(shown);
});

describe('lines', () => {
  const rows = compareLines('one\ntwo small words\nthree', 'one\ntwo big words\nthree\nfour');

  test('stand beside what they became', () => {
    expect(rows.map((row) => [show(row.former), show(row.latter)])).toEqual([
      ['one', 'one'],
      ['two [-small-] words', 'two {+big+} words'],
      ['three', 'three'],
      [null, '{+four+}'],
    ]);
  });

  test('or in one', () => {
    expect(rows.map((row) => show(inlineRow(row)))).toEqual([
      'one',
      'two [-small-]{+big+} words',
      'three',
      '{+four+}',
    ]);
  });

  test('of equal texts have no change', () => {
    expect(compareLines('a\nb', 'a\nb').every((row) => row.isSame)).toBe(true);
  });

  test('of long texts without anything in common are replaced, before anybody waits for it', () => {
    const long = (word: string) =>
      Array.from({ length: 3000 }, (_, at) => `${word} ${at}`).join(' ');
    const [row] = compareLines(long('a'), long('b'));
    expect(row?.former?.map(({ kind }) => kind)).toEqual(['removed']);
    expect(row?.latter?.map(({ kind }) => kind)).toEqual(['added']);
  });
});

test('unchanged lines far from a change are folded', () => {
  const text = (middle: string) => [...'abcdefg', middle, ...'hijklmn'].join('\n');
  const folded = foldRows(compareLines(text('x'), text('y')));
  expect(folded.map((row) => ('folded' in row ? row.folded.length : 1))).toEqual([
    5, 1, 1, 1, 1, 1, 5,
  ]);
});
