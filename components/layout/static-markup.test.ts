// That pages read as if React had printed them.
import { createElement, Fragment, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import type { Post } from '@/lib/posts/types';
import { PostStream } from '../post/post-stream';
import { Html } from '../ui/html';
import { Pagination } from '../ui/pagination';
import { staticMarkup } from './static-markup';

const base = {
  id: 1,
  number: 1,
  slug: 'a-post',
  publishedAt: new Date('2026-01-05T03:51:00Z'),
  publishedOn: '2026-01-05',
  updatedAt: new Date('2026-01-05T03:51:00Z'),
  displayTitle: "<“Ünder” & 'over'>",
  lang: null,
  tags: [{ id: 1, slug: 'cpp', name: 'C++ & "co"' }],
};

const posts: Post[] = [
  {
    ...base,
    kind: 'entry',
    html: '',
    excerptHtml: '<p>One &amp; <em>two</em></p>',
    hasMore: true,
    wordCount: 1234,
    cardImage: '/media/1/card.png?a=1&b=2',
  },
  {
    ...base,
    kind: 'blogmark',
    lang: 'ar',
    linkUrl: 'https://example.org/?a=1&b="2"',
    linkTitle: 'A page',
    via: { url: 'https://example.com/', title: null },
    html: '<p>Lead</p><p>Rest</p>',
  },
  {
    ...base,
    kind: 'quotation',
    source: "It's them",
    sourceUrl: 'https://example.org/',
    contextHtml: 'in <em>print</em>',
    html: '<p>Words</p>',
  },
  { ...base, kind: 'note', html: '<p>A note</p>', tags: [] },
  {
    ...base,
    kind: 'beat',
    type: 'sighting',
    title: 'A heron',
    url: 'https://example.org/',
    commentaryHtml: '',
    image: { url: '/media/2/heron.jpg', alt: '' },
    html: '',
    metadata: {},
  },
];

/** React writes one sign by another number. */
const asReact = (node: ReactNode) => renderToStaticMarkup(node).replaceAll('&#x27;', '&#39;');
/** React closes what needs no closing. */
const open = (html: string) => html.replaceAll('/>', '>');

const dates = { locale: 'en', timeZone: 'UTC' };
const h = createElement;

test.each<[string, ReactNode]>([
  ['posts of each kind', h(PostStream, { posts, dates, level: 2, groupBy: 'day' })],
  ['by year', h(PostStream, { posts, dates, level: 2, groupBy: 'year' })],
  ['pages', h(Pagination, { number: 2, hasNext: true, pages: 3, href: (n) => `/${n}/` })],
  ['HTML', h(Html, { html: '<b>bold</b>', as: 'blockquote', cite: 'https://example.org/?a&b' })],
  ['nothing', [null, undefined, false, true, '', 0, [], h(Fragment)]],
  ['properties', h('input', { 'aria-hidden': false, 'data-on': true, hidden: true, max: 3 })],
  ['names', h('label', { className: 'a', htmlFor: 'b', title: undefined, lang: '' }, 'c')],
])('%s', (_, node) => {
  expect(staticMarkup(node)).toBe(open(asReact(node)));
});

describe('what it does not print', () => {
  test('addresses that a browser would run', () => {
    for (const href of ['javascript:alert(1)', ' JavaScript:alert(1)', 'java\nscript:alert(1)'])
      expect(staticMarkup(h('a', { href }, 'click'))).toBe('<a>click</a>');
    expect(staticMarkup(h('a', { href: '/javascript:/' }))).toBe('<a href="/javascript:/"></a>');
  });

  test('names that would end a tag', () => {
    expect(staticMarkup(h('p', { 'a><script>': 'b' }))).toBe('<p></p>');
  });

  test.each<[string, ReactNode]>([
    ['a promise', Promise.resolve('later')],
    ['a handler', h('button', { onClick: () => {} })],
    ['a style', h('p', { style: { color: 'red' } })],
  ])('%s', (_, node) => {
    expect(() => staticMarkup(node)).toThrow(TypeError);
  });
});
