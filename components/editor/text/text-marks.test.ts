import { describe, expect, test } from 'vitest';
import { changeBetween, mapBy, TextMarks } from './text-marks';

/** A text with places in it, `a|b` for one, and what is done to it. */
type Case = {
  name: string;
  before: string;
  after: string;
  /** Where the cursor stands afterwards. */
  caret?: number;
  expected: string;
};

const cases: Case[] = [
  { name: 'typing before it', before: 'ab|cd', after: 'xabcd', caret: 1, expected: 'xab|cd' },
  { name: 'typing after it', before: 'ab|cd', after: 'abcdx', caret: 5, expected: 'ab|cdx' },
  { name: 'typing at it', before: 'ab|', after: 'abx', caret: 3, expected: 'ab|x' },
  { name: 'the same letter before it', before: 'a|aa', after: 'aaaa', caret: 1, expected: 'aa|aa' },
  { name: 'the same letter after it', before: 'aa|a', after: 'aaaa', caret: 4, expected: 'aa|aa' },
  { name: 'deleting around it', before: 'ab|cd', after: 'ad', caret: 1, expected: 'a|d' },
  { name: 'deleting all', before: 'ab|cd', after: '', caret: 0, expected: '|' },
  { name: 'another text', before: 'one |two', after: 'one 2 two', expected: 'one |2 two' },
];

describe('a place in a text', () => {
  test.each(cases)('$name', ({ before, after, caret, expected }) => {
    const marks = new TextMarks();
    marks.put({ id: 1, at: before.indexOf('|'), label: '' });
    const change = changeBetween(before.replace('|', ''), after, caret ?? null);
    marks.move(mapBy(change));
    const at = marks.placeOf(1) ?? -1;
    expect(`${after.slice(0, at)}|${after.slice(at)}`).toBe(expected);
  });

  test('what comes first does not change the order of what was dropped together', () => {
    for (const order of [
      [1, 2, 3],
      [3, 2, 1],
      [2, 3, 1],
      [2, 1, 3],
    ]) {
      const marks = new TextMarks();
      for (const id of [1, 2, 3]) marks.put({ id, at: 1, label: '' });
      let text = 'ab';
      for (const id of order) {
        const at = marks.placeOf(id) ?? -1;
        const change = { from: at, to: at, insert: String(id) };
        text = text.slice(0, at) + change.insert + text.slice(at);
        marks.move(mapBy(change), id);
        marks.remove(id);
      }
      expect(text).toBe('a123b');
    }
  });
});
