import { describe, expect, test } from 'vitest';
import {
  bold,
  code,
  type Edit,
  heading,
  italic,
  link,
  list,
  type MarkdownEdit,
  pastedLink,
  quote,
  type Selected,
} from './markdown-edits';

/** Square brackets of another kind mark what is selected: `a ⟦word⟧`, `⟦⟧` is the cursor. */
function parse(marked: string): Selected {
  const from = marked.indexOf('⟦');
  return { text: marked.replace(/[⟦⟧]/g, ''), from, to: marked.indexOf('⟧') - 1 };
}

function apply({ text }: Selected, edit: Edit): string {
  const changed = text.slice(0, edit.from) + edit.insert + text.slice(edit.to);
  return `${changed.slice(0, edit.selectFrom)}⟦${changed.slice(edit.selectFrom, edit.selectTo)}⟧${changed.slice(edit.selectTo)}`;
}

const cases: { name: string; edit: MarkdownEdit; before: string; after: string }[] = [
  { name: 'bold words', edit: bold, before: 'a ⟦word⟧ b', after: 'a **⟦word⟧** b' },
  { name: 'bold off, stars outside', edit: bold, before: 'a **⟦word⟧**', after: 'a ⟦word⟧' },
  { name: 'bold off, stars inside', edit: bold, before: 'a ⟦**word**⟧', after: 'a ⟦word⟧' },
  { name: 'spaces stay outside', edit: bold, before: 'a⟦ word ⟧b', after: 'a **⟦word⟧** b' },
  { name: 'the word at the cursor', edit: bold, before: 'a wo⟦⟧rd', after: 'a **⟦word⟧**' },
  { name: 'the word of another script', edit: bold, before: 'при⟦⟧вет', after: '**⟦привет⟧**' },
  { name: 'nothing there yet', edit: bold, before: 'a ⟦⟧', after: 'a **⟦⟧**' },
  { name: 'only spaces', edit: bold, before: 'a⟦  ⟧b', after: 'a**⟦⟧**  b' },
  { name: 'italic words', edit: italic, before: '⟦word⟧', after: '*⟦word⟧*' },
  { name: 'italic off', edit: italic, before: '*⟦word⟧*', after: '⟦word⟧' },
  { name: 'italic inside bold', edit: italic, before: '**⟦word⟧**', after: '***⟦word⟧***' },
  { name: 'bold off leaves italic', edit: bold, before: '***⟦word⟧***', after: '*⟦word⟧*' },
  { name: 'italic off leaves bold', edit: italic, before: '***⟦word⟧***', after: '**⟦word⟧**' },
  { name: 'code', edit: code, before: 'run ⟦ls⟧', after: 'run `⟦ls⟧`' },
  { name: 'code off', edit: code, before: 'run `⟦ls⟧`', after: 'run ⟦ls⟧' },
  { name: 'code with backticks', edit: code, before: '⟦a`b⟧', after: '``⟦a`b⟧``' },
  { name: 'a block of code', edit: code, before: 'x\n⟦a\nb⟧\ny', after: 'x\n```⟦⟧\na\nb\n```\ny' },
  { name: 'a link', edit: link, before: 'see ⟦this⟧', after: 'see [this](⟦https://⟧)' },
  {
    name: 'a link from an address',
    edit: link,
    before: '⟦https://example.org/a⟧',
    after: '[⟦⟧](https://example.org/a)',
  },
  { name: 'quote', edit: quote, before: '⟦a\n\nb⟧', after: '⟦> a\n>\n> b⟧' },
  { name: 'quote off', edit: quote, before: '⟦> a\n>\n> b⟧', after: '⟦a\n\nb⟧' },
  { name: 'quote an empty line', edit: quote, before: '⟦⟧', after: '> ⟦⟧' },
  { name: 'list', edit: list, before: 'x\n⟦a\nb\n⟧', after: 'x\n⟦- a\n- b⟧\n' },
  { name: 'list off', edit: list, before: '⟦- a\n* b⟧', after: '⟦a\nb⟧' },
  { name: 'list from numbers', edit: list, before: '⟦1. a\n2. b⟧', after: '⟦- a\n- b⟧' },
  { name: 'list keeps the cursor', edit: list, before: 'wo⟦⟧rd', after: '- wo⟦⟧rd' },
  { name: 'heading', edit: heading, before: 'Ti⟦⟧tle', after: '## Ti⟦⟧tle' },
  { name: 'smaller heading', edit: heading, before: '## Ti⟦⟧tle', after: '### Ti⟦⟧tle' },
  { name: 'no heading', edit: heading, before: '### Ti⟦⟧tle', after: 'Ti⟦⟧tle' },
];

test.each(cases)('$name', ({ edit, before, after }) => {
  const selected = parse(before);
  expect(apply(selected, edit(selected))).toBe(after);
});

describe('pasting', () => {
  const paste = (before: string, pasted: string) => {
    const selected = parse(before);
    const edit = pastedLink(selected, pasted);
    return edit && apply(selected, edit);
  };

  test.each([
    {
      name: 'over words',
      before: 'see ⟦this⟧.',
      pasted: 'https://a.example/',
      after: 'see [this](https://a.example/)⟦⟧.',
    },
    {
      name: 'with brackets',
      before: '⟦this⟧',
      pasted: 'https://a.example/b_(c)',
      after: '[this](<https://a.example/b_(c)>)⟦⟧',
    },
    { name: 'over nothing', before: 'see ⟦⟧', pasted: 'https://a.example/', after: null },
    {
      name: 'over an address',
      before: '⟦https://b.example/⟧',
      pasted: 'https://a.example/',
      after: null,
    },
    { name: 'words over words', before: '⟦this⟧', pasted: 'that', after: null },
    { name: 'over lines', before: '⟦a\nb⟧', pasted: 'https://a.example/', after: null },
    { name: 'no web address', before: '⟦this⟧', pasted: 'javascript:alert(1)', after: null },
  ])('an address $name', ({ before, pasted, after }) => {
    expect(paste(before, pasted)).toBe(after);
  });
});
