// Whatever somebody typed into a title, feeds stay well-formed and say what was meant. Judged by
// libxml2 and by a parser of feeds.
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { printAtom } from './atom';
import type { Feed, FeedItem } from './item';
import { printJsonFeed } from './json-feed';
import { printRss } from './rss';

const at = new Date('2026-01-15T09:30:00.123Z');

const item = (over: Partial<FeedItem>): FeedItem => ({
  id: 'tag:weblog.example.org,2026-01-15:post-1',
  url: 'https://weblog.example.org/2026/Jan/15/a/',
  externalUrl: null,
  title: 'A title',
  published: at,
  updated: at,
  html: '<p>Text.</p>',
  image: null,
  tags: [],
  lang: null,
  extra: null,
  ...over,
});

const feedOf = (items: FeedItem[], title = 'A weblog'): Feed => ({
  title,
  subtitle: '',
  lang: 'en',
  author: 'Somebody',
  siteUrl: 'https://weblog.example.org/',
  pageUrl: 'https://weblog.example.org/entries/',
  selfUrl: 'https://weblog.example.org/atom/entries/',
  firstUrl: 'https://weblog.example.org/atom/entries/',
  previousUrl: null,
  nextUrl: null,
  hub: null,
  iconUrl: null,
  updated: at,
  items,
});

const titles = [
  { name: 'markup', typed: '<b>Bold</b> & <script>alert(1)</script>' },
  { name: 'references', typed: '&amp; &lt; &#x3C; &nbsp; &unknown;' },
  { name: 'the end of a character section', typed: 'a ]]> b <![CDATA[ c ]]>' },
  { name: 'a comment and an instruction', typed: '<!-- x --> <?xml version="1.0"?>' },
  { name: 'quotes', typed: `"double" 'single' “curly” «guillemets»` },
  { name: 'emoji', typed: '👩‍👩‍👧‍👦 🏳️‍🌈 𝒳 🇩🇪' },
  { name: 'right to left', typed: 'שלום \u202eabc\u202c \u2067عربي\u2069' },
  { name: 'combining marks', typed: 'Z\u0351\u036b\u0343a\u0300 e\u0301' },
  { name: 'control characters', typed: 'a\u0000b\u0007c\u001bd\u007fe', meant: 'abcd\u007fe' },
  { name: 'halves of characters', typed: 'a\ud83db\udc00c', meant: 'abc' },
  { name: 'noncharacters', typed: 'a\ufdd0b\ufffec\uffffd', meant: 'abcd' },
  { name: 'lines', typed: 'one\r\ntwo\rthree\nfour', meant: 'one\ntwo\nthree\nfour' },
];

async function mistakesOf(xml: string) {
  const file = { fileName: 'feed.xml', contents: xml };
  const { errors } = await validateXML({ xml: [file], normalization: 'format' });
  return errors;
}

test('the judge sees what is not well-formed', async () => {
  expect(await mistakesOf('<a>]]></a>')).not.toEqual([]);
});

test.each(Object.entries({ atom: printAtom, rss: printRss }))(
  '%s with all of them is well-formed',
  async (_, print) => {
    const items = titles.map(({ typed }, index) =>
      item({
        id: `tag:weblog.example.org,2026-01-15:post-${index}`,
        title: typed,
        html: `<p>${typed}</p>`,
        tags: [{ id: 1, slug: 'tag', name: typed, url: 'https://weblog.example.org/tags/tag/' }],
      }),
    );
    expect(await mistakesOf(print(feedOf(items, titles.map(({ typed }) => typed).join())))).toEqual(
      [],
    );
  },
);

describe.each(titles)('$name', ({ typed, meant = typed }) => {
  const tag = { id: 1, slug: 'tag', name: typed, url: 'https://weblog.example.org/tags/tag/' };
  const feed = feedOf([item({ title: typed, html: `<p>${typed}</p>`, tags: [tag] })], typed);

  test('is kept', () => {
    const atom = parseAtomFeed(printAtom(feed));
    expect(atom.entries?.[0]?.title?.value).toBe(meant);
    // A parser may make spaces of lines here (XML 1.0, 3.3.3).
    expect(atom.entries?.[0]?.categories?.[0]?.label?.split(/\s/)).toEqual(meant.split(/\s/));
    expect(parseRssFeed(printRss(feed)).items?.[0]?.title).toBe(meant);
    expect(parseJsonFeed(printJsonFeed(feed)).items?.[0]?.title).toBe(meant);
  });
});
