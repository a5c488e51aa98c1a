import { describe, expect, test } from 'vitest';
import { type BodyFormat, RENDERER_VERSION, renderBody, renderInline } from './render';

async function render(source: string, format: BodyFormat = 'markdown') {
  return renderBody(source, { format, typography: true, idPrefix: 'n7-' });
}

const anchor = (id: string) =>
  `<a class="anchor" href="#${id}" aria-label="Link to this section">#</a>`;

test('the version is a whole number', () => {
  expect(Number.isInteger(RENDERER_VERSION)).toBe(true);
});

const formats: Array<[name: string, format: BodyFormat, source: string, html: string]> = [
  ['an empty body', 'markdown', ' \n', ''],
  ['Windows line ends', 'markdown', 'a\r\n\r\nb\r\nc', '<p>a</p>\n<p>b\nc</p>'],
  ['strikethrough', 'markdown', '~~a~~', '<p><del>a</del></p>'],
  [
    'bare addresses',
    'markdown',
    'https://a.example/',
    '<p><a href="https://a.example/">https://a.example/</a></p>',
  ],
  ['HTML in Markdown', 'markdown', 'a <sub>b</sub>', '<p>a <sub>b</sub></p>'],
  [
    'Markdown in HTML in Markdown',
    'markdown',
    '<aside>\n\n*a*\n\n</aside>',
    '<aside>\n<p><em>a</em></p>\n</aside>',
  ],
  ['XHTML', 'html', '<p>a<br />b &amp; c</p>', '<p>a<br>b &amp; c</p>'],
  [
    'an image alone',
    'markdown',
    '![A fox](/fox.png)',
    '<p><img src="/fox.png" alt="A fox" loading="lazy" decoding="async"></p>',
  ],
  ['plain text', 'text', 'a <b>\nc\n\n\nd', '<p>a &lt;b&gt;<br>\nc</p><p>d</p>'],
  ['plain text that looks like Markdown', 'text', '# *a*', '<p># *a*</p>'],
  ['NUL and half characters', 'markdown', 'a\0b\ud800c', '<p>ab\ufffdc</p>'],
];

describe('formats', () => {
  test.each(formats)('%s', async (_, format, source, html) => {
    expect((await render(source, format)).html).toBe(html);
  });
});

const outlines: Array<[name: string, source: string, levels: string]> = [
  ['from h2 on', '## a\n\n### b\n\n## c', 'h2 h3 h2'],
  ['a body with an h1 moves down', '# a\n\n## b\n\n# c', 'h2 h3 h2'],
  ['the first headings are the highest', '#### a\n\n#### b\n\n##### c', 'h2 h2 h3'],
  ['no level is skipped', '## a\n\n#### b\n\n### c', 'h2 h3 h3'],
  [
    'six levels are the end',
    '# a\n\n## b\n\n### c\n\n#### d\n\n##### e\n\n###### f',
    'h2 h3 h4 h5 h6 h6',
  ],
];

describe('headings', () => {
  test.each(outlines)('%s', async (_, source, levels) => {
    const { html } = await render(source);
    expect([...html.matchAll(/<(h\d)/g)].map(([, level]) => level).join(' ')).toBe(levels);
  });

  test('ids come from the words, once each; lists have neither ids nor anchors', async () => {
    const { html, listHtml, text } = await render(
      "## It's *new*\n\n## It's new\n\n## 新しい\n\n## Site map",
    );
    expect(html).toBe(
      [
        `<h2 id="its-new">It’s <em>new</em>${anchor('its-new')}</h2>`,
        `<h2 id="its-new-2">It’s new${anchor('its-new-2')}</h2>`,
        `<h2 id="新しい">新しい${anchor('新しい')}</h2>`,
        `<h2 id="section-site-map">Site map${anchor('section-site-map')}</h2>`,
      ].join('\n'),
    );
    expect(listHtml).toBe(
      '<h2>It’s <em>new</em></h2>\n<h2>It’s new</h2>\n<h2>新しい</h2>\n<h2>Site map</h2>',
    );
    expect(text).toBe('It’s new\nIt’s new\n新しい\nSite map');
  });

  test('ids that the author gave are kept, and never taken by another heading', async () => {
    const { html } = await render('<h3>Notes</h3><h3 id="notes">Other</h3>', 'html');
    expect(html).toContain(`<h2 id="notes-2">Notes`);
    expect(html).toContain(`<h2 id="notes">Other`);
  });

  test('ids of the page are refused, odd ones are made plain and links follow', async () => {
    const { html } = await render(
      '<p id="site-search">a</p><p id="two words">b</p><p id="x">c</p><p id="x">d</p><p><a href="#two%20words">e</a></p>',
      'html',
    );
    expect(html).toBe(
      '<p>a</p><p id="two-words">b</p><p id="x">c</p><p id="x-2">d</p><p><a href="#two-words">e</a></p>',
    );
  });

  test('in a list a heading keeps its id where the body links to it', async () => {
    const { listHtml } = await render('[there](#part)\n\n## Part\n\n## Other');
    expect(listHtml).toBe(
      '<p><a href="#n7-part">there</a></p>\n<h2 id="n7-part">Part</h2>\n<h2>Other</h2>',
    );
  });
});

describe('footnotes', () => {
  const source = 'A[^one] and again[^one].\n\n[^one]: The *note*.';

  test('have clean ids on the page and prefixed ones in lists', async () => {
    const { html, listHtml } = await render(source);
    expect(html).toContain(
      'A<sup><a href="#fn-one" id="fnref-one" data-footnote-ref="" aria-describedby="footnote-label">1</a></sup>',
    );
    expect(html).toContain('<li id="fn-one">');
    expect(html).toContain('<h2 class="sr-only" id="footnote-label">Footnotes</h2>');
    expect(html).toContain('aria-label="Back to reference 1-2"');
    expect(listHtml).toContain(
      'A<sup><a href="#n7-fn-one" id="n7-fnref-one" data-footnote-ref="" aria-describedby="n7-footnote-label">1</a></sup>',
    );
    expect(listHtml).toContain('<li id="n7-fn-one">');
    expect(listHtml).not.toMatch(/(?:id="|href="#)(?!n7-)/);
  });

  test('count with their words, without numbers, arrows and the heading', async () => {
    const { text, wordCount } = await render(source);
    expect(text).toBe('A and again.\nThe note.');
    expect(wordCount).toBe(5);
  });

  test('with a label of odd characters', async () => {
    const { html } = await render('A[^É/1].\n\n[^É/1]: b');
    const target = /href="#(fn-[^"]+)"/.exec(html)?.[1];
    expect(html).toContain(`<li id="${target}">`);
  });
});

test('a body without ids has no list form of its own', async () => {
  expect((await render('a **b**')).listHtml).toBeNull();
});

const texts: Array<[name: string, source: string, text: string]> = [
  ['blocks on lines', '# a\n\nb *c*\nd\n\n- e\n- f', 'a\nb c d\ne\nf'],
  ['code', 'a `b`\n\n```js\nlet  c;\n```', 'a b\nlet c;'],
  ['no descriptions of images', 'a ![b](/c.png) d', 'a d'],
  ['tables by rows', '|a|b|\n|-|-|\n|c|d|', 'a b\nc d'],
  ['line breaks', 'a  \nb', 'a\nb'],
];

describe('plain text', () => {
  test.each(texts)('%s', async (_, source, text) => {
    expect((await render(source)).text).toBe(text);
  });
});

describe('what was removed is counted', () => {
  test('elements, handlers, addresses and styles without an equal', async () => {
    const { removed } = await render(
      '<p onclick="x" style="position:fixed">a</p><p style="color:red">b</p><script>1</script><form><input></form><a href="javascript:x">c</a>',
      'html',
    );
    expect(Object.fromEntries(removed.map(({ what, count }) => [what, count]))).toEqual({
      '<script>': 1,
      '<form>': 1,
      '<input>': 1,
      'onclick attribute': 1,
      'style attribute': 2,
      'javascript: address': 1,
    });
  });

  test('not what was converted or never did anything', async () => {
    const { removed } = await render(
      '<center><font color="red">a</font></center><p class="x" data-y="1" style="max-width: 100%">b</p><tt>c</tt><!-- d -->',
      'html',
    );
    expect(removed).toEqual([]);
  });
});

const lines: Array<[name: string, source: string, html: string]> = [
  ['emphasis and links', 'in *a* [b](https://blog.example/c)', 'in <em>a</em> <a href="/c">b</a>'],
  ['typography', `"it's" -- so`, '“it’s” — so'],
  ['marks that would make blocks', '1. # > - a', '1. # &gt; — a'],
  ['a heading mark', '# a', '# a'],
  ['HTML', 'a<script>x</script> <i>b</i> <div>c</div>', 'a <i>b</i> c'],
  ['two paragraphs', 'a\n\nb', 'a \nb'],
  ['ids', '<span id="x">a</span>', '<span>a</span>'],
  ['nothing', '', ''],
];

describe('Markdown of one line', () => {
  test.each(lines)('%s', (_, source, html) => {
    const options = { typography: true, ownHosts: ['blog.example'] };
    expect(renderInline(source, options).html.replace(/ +/g, ' ')).toBe(html);
  });

  test('its plain text', () => {
    expect(renderInline('a *b* `c`', { typography: true }).text).toBe('a b c');
  });
});
