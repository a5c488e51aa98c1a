import { describe, expect, test } from 'vitest';
import { type BodyFormat, renderBody } from './render';
import { cleanSource, isTooHardHtml, isTooHardMarkdown, joinTags } from './source';

const size = 150_000;
const fill = (piece: string) => piece.repeat(Math.ceil(size / piece.length));

const hard = [
  '[',
  '>',
  '*',
  '_',
  '`',
  '- ',
  '1. ',
  '> - ',
  '*a **b ',
  '[a](',
  '![[',
  '[^a]',
  '<div>',
  '<b>',
  '<p><b>',
  '<svg><g/>',
  '<svg><title><rect/>',
  '<svg><title></title><p><g/><g/><g/>',
  '<rect>',
  '<rect/>',
  '<table><tr><td>',
];

describe('a flood of marks is shown as typed, soon', () => {
  test.each(
    hard.flatMap(
      (piece): Array<[string, BodyFormat]> => [
        [piece, 'markdown'],
        [piece, 'html'],
      ],
    ),
  )(
    '%s as %s',
    async (piece, format) => {
      const source = fill(piece);
      const body = await renderBody(source, { format, typography: true, idPrefix: '' });
      expect(body.html.length).toBeGreaterThan(0);
    },
    30_000,
  );
});

describe('ordinary bodies are never taken for hard ones', () => {
  test.each([
    ['a long list of links', '* [a](https://a.example/) and *b*\n'.repeat(5_000)],
    ['a long table', `a | b\n--|--\n${'| [a](/b) | *c* |\n'.repeat(5_000)}`],
    ['data in a fence', `\`\`\`json\n${'{"a": [[1], ["*_`"]]},\n'.repeat(40_000)}\`\`\`\n`],
    ['a long paragraph', 'Words, *more* words and a [link](/a).\n'.repeat(800)],
    ['nested quotations', `${'> '.repeat(20)}a\n`.repeat(100)],
  ])('%s', (_, source) => {
    expect(isTooHardMarkdown(source)).toBe(false);
  });

  test.each([
    ['paragraphs never closed', '<p>a <br> b'.repeat(20_000)],
    ['a drawing', `<svg>${'<path d="M0 0"/><g><circle r="1"/></g>'.repeat(5_000)}</svg>`],
    ['a large table', `<table>${'<tr><td>a<td><b>b</b>'.repeat(10_000)}</table>`],
  ])('%s', (_, source) => {
    expect(isTooHardHtml(source)).toBe(false);
  });
});

const tags: Array<[name: string, source: string, joined: string]> = [
  ['over two lines', '<div\nclass="a">', '<div class="a">'],
  ['over many, the end alone on the last', 'a\n\n<div\n  a\n  b\n>\nc', 'a\n\n<div a b>\nc'],
  ['with one opening bracket in a value', '<div\ntitle="a < b"\n>', '<div title="a < b">'],
  ['but not with two', '<div\n<b <c\n>', '<div\n<b <c\n>'],
  ['but not over an empty line', '<div\n \n>', '<div\n \n>'],
  ['but not where none begins', 'a <div\nb\n>', 'a <div\nb\n>'],
  ['but not in a fence', '```\n<div\na>\n```', '```\n<div\na>\n```'],
  ['the latest where several begin', '<div\n<p\na>', '<div\n<p a>'],
];

test.each(tags)('a tag is put on one line: %s', (_, source, joined) => {
  expect(joinTags(source)).toBe(joined);
});

test('odd characters', () => {
  expect(cleanSource('a\r\nb\rc\0d\udc00e')).toBe('a\nb\ncd\ufffde');
});

test('what could not be read is reported', async () => {
  const body = await renderBody(fill('<i>'), { format: 'html', typography: true, idPrefix: '' });
  expect(body.removed).toEqual([{ what: 'formatting that is too complex', count: 1 }]);
});
