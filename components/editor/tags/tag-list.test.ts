import { describe, expect, test } from 'vitest';
import {
  readTagNames,
  splitTyped,
  tagsTextWith,
  withoutTag,
  withTagMoved,
  withTags,
} from './tag-list';

test.each([
  { text: 'a\nb', names: ['a', 'b'] },
  { text: 'a, b ,c', names: ['a', 'b', 'c'] },
  { text: '', names: [] },
  { text: ' \n,', names: [] },
  { text: 'C++, cpp, c++', names: ['C++'] },
  { text: '#ai, # x', names: ['ai', '# x'] },
  { text: 'Näh\nnäh', names: ['Näh'] },
])('the names in %j', ({ text, names }) => {
  expect(readTagNames(text)).toEqual(names);
});

describe('adding', () => {
  test('at the end', () => expect(withTags(['a'], ['b', 'c'])).toEqual(['a', 'b', 'c']));
  test('at a place', () => expect(withTags(['a', 'b'], ['x'], 1)).toEqual(['a', 'x', 'b']));
  test('again keeps the place', () => expect(withTags(['a', 'b'], ['A'])).toEqual(['a', 'b']));
});

test('removing', () => expect(withoutTag(['a', 'b', 'c'], 1)).toEqual(['a', 'c']));

test.each([
  { from: 0, to: 1, names: ['b', 'a', 'c'] },
  { from: 2, to: 0, names: ['c', 'a', 'b'] },
  { from: 0, to: 9, names: ['b', 'c', 'a'] },
  { from: 0, to: -1, names: ['a', 'b', 'c'] },
  { from: 7, to: 0, names: ['a', 'b', 'c'] },
])('moving $from to $to', ({ from, to, names }) => {
  expect(withTagMoved(['a', 'b', 'c'], from, to)).toEqual(names);
});

test.each([
  { text: 'a', isPaste: false, finished: [], rest: 'a' },
  { text: 'a,', isPaste: false, finished: ['a'], rest: '' },
  { text: 'a, b', isPaste: false, finished: ['a'], rest: 'b' },
  { text: 'a, b, c', isPaste: true, finished: ['a', 'b', 'c'], rest: '' },
  { text: 'a b', isPaste: true, finished: [], rest: 'a b' },
  { text: ',', isPaste: false, finished: [], rest: '' },
])('typed “$text” ($isPaste)', ({ text, isPaste, finished, rest }) => {
  expect(splitTyped(text, isPaste)).toEqual({ finished, rest });
});

test.each([
  { unfinished: 'postgr', text: 'b\na\npostgr' },
  { unfinished: ' #two words ', text: 'b\na\ntwo words' },
  { unfinished: '  ', text: 'b\na' },
  { unfinished: 'B', text: 'b\na' },
])('the form holds the name that is being typed: “$unfinished”', ({ unfinished, text }) => {
  expect(tagsTextWith(['b', 'a'], unfinished)).toBe(text);
});
