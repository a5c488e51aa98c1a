import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { printMarkdown, type WrittenPost } from './front-matter';

const url = 'https://weblog.example.org/2026/Jan/15/post/';

const note: WrittenPost = {
  kind: 'note',
  slug: 'post',
  publishedAt: new Date('2026-01-15T09:30:00Z'),
  updatedAt: new Date('2026-01-16T09:30:00Z'),
  title: null,
  body: 'Some *words*.\r\n\r\n---\n\nMore.\n',
  bodyFormat: 'markdown',
  excerpt: null,
  linkUrl: null,
  linkTitle: null,
  viaUrl: null,
  viaTitle: null,
  source: null,
  sourceUrl: null,
  context: null,
  beatType: null,
  commentary: null,
  imageUrl: null,
  imageAlt: null,
  cardImage: null,
  lang: null,
  tags: [],
  series: null,
};

test('a note is its text', () => {
  expect(printMarkdown(note, url)).toBe(`---
kind: note
url: ${url}
slug: post
date: 2026-01-15T09:30:00Z
updated: 2026-01-16T09:30:00Z
---

Some *words*.

---

More.
`);
});

const matter = (post: Partial<WrittenPost>) =>
  parse(/^---\n([\s\S]*?)^---\n/m.exec(printMarkdown({ ...note, ...post }, url))?.[1] ?? '');

test.each([
  'Title: with a colon',
  '\'quoted\' and "quoted"',
  '- a list?',
  '#hash',
  '---',
  'yes',
  '2026-01-15',
  'two\nlines',
  '👩‍👩‍👧 שלום',
  '{{ braces }} [x] & *y* !z %w @v `u`',
])('front matter says %j', (title) => {
  expect(matter({ title, tags: [title] })).toMatchObject({ title, tags: [title] });
});

test('each kind has its own fields', () => {
  expect(
    matter({
      kind: 'blogmark',
      linkUrl: 'https://example.com/',
      linkTitle: 'A page',
      viaUrl: 'https://via.example/',
    }),
  ).toMatchObject({
    link: 'https://example.com/',
    link_title: 'A page',
    via: 'https://via.example/',
  });
  expect(matter({ kind: 'quotation', source: 'Somebody', context: 'in *a book*' })).toMatchObject({
    source: 'Somebody',
    context: 'in *a book*',
  });
  expect(matter({ kind: 'beat', beatType: 'til', linkUrl: 'https://example.com/' })).toMatchObject({
    type: 'til',
    link: 'https://example.com/',
  });
  expect(matter({ kind: 'entry', bodyFormat: 'html', series: 'A series' })).toMatchObject({
    format: 'html',
    series: 'A series',
  });
});
