import { expect, test } from 'vitest';
import { insertionAt } from './insertion';

const picture = { text: '![](/p)', isBlock: true };
const link = { text: '[f](/f) (1 kB)', isBlock: false };

const cases = [
  { name: 'nothing written', file: picture, before: '|', after: '![](/p)' },
  { name: 'after a paragraph', file: picture, before: 'One.|', after: 'One.\n\n![](/p)' },
  { name: 'on the line after it', file: picture, before: 'One.\n|', after: 'One.\n\n![](/p)' },
  { name: 'on an empty line', file: picture, before: 'One.\n\n|', after: 'One.\n\n![](/p)' },
  { name: 'before a paragraph', file: picture, before: '|One.', after: '![](/p)\n\nOne.' },
  {
    name: 'between paragraphs',
    file: picture,
    before: 'One.\n|\nTwo.',
    after: 'One.\n\n![](/p)\n\nTwo.',
  },
  {
    name: 'on an empty line between two others',
    file: picture,
    before: 'One.\n\n|\n\nTwo.',
    after: 'One.\n\n![](/p)\n\nTwo.',
  },
  {
    name: 'at the end of a paragraph before another',
    file: picture,
    before: 'One.|\n\nTwo.',
    after: 'One.\n\n![](/p)\n\nTwo.',
  },
  { name: 'in a sentence', file: picture, before: 'One |two.', after: 'One ![](/p) two.' },
  { name: 'in a word', file: picture, before: 'On|e.', after: 'On ![](/p) e.' },
  { name: 'in a list', file: picture, before: '- |', after: '- ![](/p)' },
  { name: 'in a quote', file: picture, before: 'x\n> |', after: 'x\n> ![](/p)' },
  { name: 'a link in a sentence', file: link, before: 'See |.', after: 'See [f](/f) (1 kB).' },
  { name: 'a link behind a word', file: link, before: 'See|', after: 'See [f](/f) (1 kB)' },
];

test.each(cases)('$name', ({ file, before, after }) => {
  const at = before.indexOf('|');
  const text = before.replace('|', '');
  expect(text.slice(0, at) + insertionAt(text, at, file) + text.slice(at)).toBe(after);
});
