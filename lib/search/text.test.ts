import { expect, test } from 'vitest';
import { parseText, wordsOf } from './text';

/** What a text asks for, in short: `-` before what is excluded, `…` after a word that goes on. */
const inShort = (text: string) =>
  parseText(text)
    .alternatives.map((clauses) =>
      clauses.map(
        (clause) => `${clause.isExcluded ? '-' : ''}${clause.text}${clause.isBegun ? '…' : ''}`,
      ),
    )
    .map((clauses) => clauses.join(' + '));

test.each([
  { name: 'nothing', text: '', means: [] },
  { name: 'a word', text: 'python', means: ['python…'] },
  { name: 'words', text: 'sqlite full text', means: ['sqlite + full + text…'] },
  { name: 'a phrase', text: '"full text"', means: ['full text'] },
  {
    name: 'a phrase in the marks that phones write',
    text: '“full text” sea',
    means: ['full text + sea…'],
  },
  { name: 'an excluded one', text: 'a -„full text“', means: ['a + -full text'] },
  { name: 'a phrase that goes on', text: '"full text" sea', means: ['full text + sea…'] },
  { name: 'a phrase left open', text: 'a "full text', means: ['a + full text'] },
  { name: 'an exclusion', text: 'python -snake', means: ['python + -snake'] },
  {
    name: 'an excluded phrase',
    text: '-"monty python" python',
    means: ['-monty python + python…'],
  },
  { name: 'nothing but an exclusion', text: '-python', means: ['-python'] },
  { name: 'either', text: 'mysql or postgres', means: ['mysql', 'postgres…'] },
  { name: 'either, of words', text: 'a b OR c d', means: ['a + b', 'c + d…'] },
  { name: 'a dangling or', text: 'or python or', means: ['python'] },
  { name: 'a word within hyphens', text: 'full-text', means: ['full-text…'] },
  { name: 'an option', text: '--help', means: ['--help…'] },
  { name: 'punctuation alone', text: '+++ ??? "" - :', means: [] },
  { name: 'operators of Postgres', text: `a & b | !c <-> 'd:*`, means: ["a + b + !c + 'd:*…"] },
  { name: 'signs without spaces', text: '日本語 検索', means: ['日本語 + 検索…'] },
])('$name', ({ text, means }) => {
  expect(inShort(text)).toEqual(means);
});

test.each([
  { text: 'from:2024-05-01 python to:2024-06-30', from: '2024-05-01', to: '2024-06-30' },
  { text: 'FROM:2024-5-1', from: '2024-05-01', to: null },
  { text: 'from:2024 to:2024', from: '2024-01-01', to: '2024-12-31' },
  { text: 'from:2024-02 to:2024-02', from: '2024-02-01', to: '2024-02-29' },
  { text: 'to:2023-02', from: null, to: '2023-02-28' },
])('$text is from $from to $to', ({ text, from, to }) => {
  expect(parseText(text)).toMatchObject({ from, to, hasBadDate: false });
});

test.each(['from:2024-02-30', 'to:2024-13', 'from:0000', 'to:2023-02-29'])(
  '%s is a day that there is not',
  (text) => {
    expect(parseText(text)).toEqual({ alternatives: [], from: null, to: null, hasBadDate: true });
  },
);

test.each(['from:', 'from:yesterday', 'to:24-01-01', 'since:2024-01-01', 'from:2024-01-01x'])(
  '%s is a word',
  (text) => {
    expect(inShort(text)).toEqual([`${text}…`]);
  },
);

test.each([
  { text: 'Weeknotes: a "long" month', words: 'Weeknotes: a long month' },
  { text: 'python -snake', words: '' },
  { text: 'this or that', words: '' },
  { text: 'from:2024-01-01', words: '' },
  { text: 'python from:2024-01-01', words: 'python' },
])('the words of $text', ({ text, words }) => {
  expect(wordsOf(parseText(text))).toBe(words);
});
