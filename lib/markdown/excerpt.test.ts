import { describe, expect, test } from 'vitest';
import { type BodyFormat, renderBody } from './render';

type Case = [name: string, format: BodyFormat, source: string, excerpt: string, hasMore: boolean];

const sixty = Array.from({ length: 60 }, (_, at) => `w${at + 1}`).join(' ');

const cases: Case[] = [
  ['an empty body', 'markdown', '', '', false],
  ['one paragraph', 'markdown', 'a *b*', '<p>a <em>b</em></p>', false],
  ['the first of two', 'markdown', 'a\n\nb', '<p>a</p>', true],
  [
    'headings, lists and quotations are passed over',
    'markdown',
    '# h\n\n- l\n\n> q\n\na',
    '<p>a</p>',
    true,
  ],
  ['a picture alone is passed over', 'markdown', '![x](/x.png)\n\na', '<p>a</p>', true],
  ['a linked picture alone too', 'markdown', '[![x](/x.png)](/y)\n\na', '<p>a</p>', true],
  [
    'a figure too',
    'html',
    '<figure><img src="/x.png"><figcaption>c</figcaption></figure><p>a</p>',
    '<p>a</p>',
    true,
  ],
  [
    'a paragraph within another block does not count',
    'html',
    '<div><p>in</p></div><p>a</p>',
    '<p>a</p>',
    true,
  ],
  ['loose text counts', 'html', 'a <b>b</b><ul><li>c</li></ul>', '<p>a <b>b</b></p>', true],
  [
    'a context line is passed over',
    'html',
    '<p class="context">On x</p><p>a</p>',
    '<p>a</p>',
    true,
  ],
  [
    'a question’s line is passed over',
    'html',
    '<p><em>My answer to x</em></p><p>a</p>',
    '<p>a</p>',
    true,
  ],
  [
    'a later emphasis is not',
    'html',
    '<p>See <em>My answer to x</em></p><p>a</p>',
    '<p>See <em>My answer to x</em></p>',
    true,
  ],
  ['no paragraph: the words of the first block', 'markdown', '- a\n- b', '<p>a b</p>', false],
  ['no paragraph: of the first of two', 'markdown', '> a\n\n- b', '<p>a</p>', true],
  ['no paragraph: only code', 'markdown', '```\na <b>\n```', '<p>a &lt;b&gt;</p>', false],
  ['no paragraph: sixty words are not cut', 'markdown', `- ${sixty}`, `<p>${sixty}</p>`, false],
  ['no paragraph: sixty-one are', 'markdown', `- ${sixty} more`, `<p>${sixty}…</p>`, true],
  ['only a picture', 'markdown', '![x](/x.png)', '', true],
  ['a cut-off', 'html', '<p>a</p><!--cutoff--><p>b</p>', '<p>a</p>', true],
  [
    'a cut-off before any paragraph',
    'html',
    '<ul><li>a</li></ul><!-- more --><p>b</p>',
    '<p>a</p>',
    true,
  ],
  ['a cut-off within the paragraph', 'markdown', 'a <!--more--> b', '<p>a </p>', true],
  ['another comment', 'html', '<p>a <!-- note --></p>', '<p>a </p>', false],
  ['footnote marks are left out', 'markdown', 'a[^1] b\n\n[^1]: c', '<p>a b</p>', true],
  [
    'ids and links within the page are left out',
    'html',
    '<p id="x">a <a href="#y">b</a><span id="z">c</span></p>',
    '<p>a b<span>c</span></p>',
    false,
  ],
  ['plain text', 'text', 'a\nb\n\nc', '<p>a<br>\nb</p>', true],
];

describe('the excerpt is the first paragraph', () => {
  test.each(cases)('%s', async (_, format, source, excerpt, hasMore) => {
    const body = await renderBody(source, { format, typography: true, idPrefix: 'e1-' });
    expect({ excerpt: body.excerptHtml, hasMore: body.hasMore }).toEqual({ excerpt, hasMore });
    expect(body.html).not.toContain('<!--');
  });
});
