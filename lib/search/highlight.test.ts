import { describe, expect, test } from 'vitest';
import { markAll, markSnippet, marksOf, type Piece } from './highlight';
import { parseText } from './text';

/** Pieces as text, matches in brackets. */
const inBrackets = (pieces: Piece[]) =>
  pieces.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join('');

const mark = (q: string, text: string, forms: string[] = []) =>
  inBrackets(markAll(text, marksOf(parseText(q), forms)));

describe('what is marked', () => {
  test.each([
    {
      name: 'a word',
      q: 'apple',
      text: 'An Apple, a pineapple.',
      shown: 'An [Apple], a pineapple.',
    },
    { name: 'its other forms', q: 'run', forms: ['runs'], text: 'He runs.', shown: 'He [runs].' },
    { name: 'a word with accents', q: 'creme', text: 'Crème brûlée', shown: '[Crème] brûlée' },
    { name: 'accents typed', q: 'crème', text: 'CREME', shown: '[CREME]' },
    { name: 'accents apart', q: 'crème', text: 'Cre\u0300me', shown: '[Cre\u0300me]' },
    {
      name: 'with and without accents',
      q: 'creme',
      text: 'Creme, crème',
      shown: '[Creme], [crème]',
    },
    { name: 'between typeset signs', q: 'apple', text: '“Apple” – 🍎', shown: '“[Apple]” – 🍎' },
    { name: 'letters of mathematics', q: 'ab', text: '𝐚𝐛 ℌ', shown: '[𝐚𝐛] ℌ' },
    { name: 'letters spelled out', q: 'strasse', text: 'Straße', shown: '[Straße]' },
    { name: 'a begun word', q: 'big orch', text: 'Orchids, big', shown: '[Orchids], [big]' },
    { name: 'not two letters of one', q: 'big or', text: 'Orchids', shown: 'Orchids' },
    { name: 'not what is excluded', q: 'big -small', text: 'big small', shown: '[big] small' },
    { name: 'words of a phrase', q: '"full text"', text: 'Full-text', shown: '[Full]-[text]' },
    { name: 'signs within a run', q: '検索', text: '全文検索の話', shown: '全文[検索]の話' },
    { name: 'markup as text', q: 'b', text: '<b>&amp;</b>', shown: '<[b]>&amp;</[b]>' },
    { name: 'nothing', q: '', text: 'As it is.', shown: 'As it is.' },
  ])('$name', ({ q, text, forms = [], shown }) => {
    expect(mark(q, text, forms)).toBe(shown);
  });
});

describe('of a long text', () => {
  const filler = (words: number) => Array.from({ length: words }, () => 'lorem').join(' ');
  const snippet = (q: string, text: string) =>
    inBrackets(markSnippet(text, marksOf(parseText(q), [])));

  test('the part that has the most is shown, between whole words', () => {
    const text = `apple ${filler(200)} apple pie ${filler(200)}`;
    const shown = snippet('apple pie', text);
    expect(shown).toContain('[apple] [pie]');
    expect(shown).toMatch(/^… lorem .*lorem …$/);
    expect(shown.length).toBeLessThan(330);
  });

  test('whole words alone are marked, in either case', () => {
    const shown = snippet('"pie" app', `Pies, Pie, pie. Apples ${filler(400)}`);
    expect(shown).toMatch(/^Pies, \[Pie\], \[pie\]\. \[Apples\] lorem/);
  });

  test('accents are seen through where nothing is spelled so', () => {
    expect(snippet('"creme"', `${filler(400)} crème ${filler(100)}`)).toContain('[crème]');
  });

  test('the beginning, where nothing is marked', () => {
    expect(snippet('apple', `First ${filler(200)}`)).toMatch(/^First lorem .* …$/);
  });

  test('a text without spaces is cut between characters', () => {
    const shown = snippet('検索', `${'𠮷'.repeat(500)}検索${'𠮷'.repeat(500)}`);
    expect(shown.isWellFormed()).toBe(true);
    expect(shown).toContain('[検索]');
  });

  test('lines become one, and a short text is whole', () => {
    expect(snippet('two', 'One\n\ntwo   three')).toBe('One [two] three');
  });
});

test('every piece has a place of its own', () => {
  const pieces = markSnippet(`${'a b '.repeat(400)}`, marksOf(parseText('a'), []));
  const marked = pieces.filter(({ isMatch }) => isMatch);
  expect(new Set(marked.map(({ at }) => at)).size).toBe(marked.length);
});
