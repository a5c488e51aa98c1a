import { describe, expect, test } from 'vitest';
import { print } from './print';
import { renderBody, renderInline } from './render';
import { type Body, make, text } from './tree';

const bodyWith = (...children: Body['children']): Body => ({ type: 'root', children });

const printed: Array<[name: string, body: Body, html: string]> = [
  [
    'in text',
    bodyWith(make('p', {}, [text('1 < 2 > 0 = "a"> <b c="')])),
    '<p>1 &lt; 2 &gt; 0 = "a"&gt; &lt;b c="</p>',
  ],
  [
    'in values',
    bodyWith(make('img', { src: '/x.png', alt: 'The <script> & "> tag', hidden: true })),
    '<img src="/x.png" alt="The &lt;script&gt; &amp; &quot;&gt; tag" hidden>',
  ],
  [
    'in values that are lists',
    bodyWith(make('p', { className: ['a>b', '<c'] }, [text("it's")])),
    '<p class="a&gt;b &lt;c">it\'s</p>',
  ],
  [
    'in drawings',
    bodyWith(make('svg', { ariaLabel: 'a > b' }, [make('title', {}, [text('a > b')])])),
    '<svg aria-label="a &gt; b"><title>a &gt; b</title></svg>',
  ],
];

describe('marks of tags are escaped', () => {
  test.each(printed)('%s', (_, body, html) => {
    expect(print(body)).toBe(html);
  });

  test('but not around comments', () => {
    const body = bodyWith({ type: 'comment', value: ' "a" > b ' }, make('i', { title: '>' }));
    expect(print(body)).toBe('<!-- "a" > b --><i title="&gt;"></i>');
  });

  test.each([
    ['a ![The <script> tag](/x.png)', 'alt="The &lt;script&gt; tag"'],
    ['[x](/y "<script>")', 'title="&lt;script&gt;"'],
    ['[x](/y "a </p> b")', 'title="a &lt;/p&gt; b"'],
    ['<i title="a </p> b">x</i>', 'title="a &lt;/p&gt; b"'],
  ])('of %s', async (source, attribute) => {
    const options = { format: 'markdown', typography: false, idPrefix: '' } as const;
    const { html, excerptHtml } = await renderBody(source, options);
    expect(html).toContain(attribute);
    expect(excerptHtml).toBe(html);
  });
});

test('printing leaves the tree as it is', () => {
  const body = bodyWith(make('i', { title: 'a > b' }, [text('c > d')]));
  const before = structuredClone(body);
  print(body);
  expect(body).toEqual(before);
  expect(renderInline('a > b', { typography: false }).text).toBe('a > b');
});
