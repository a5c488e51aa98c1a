import { describe, expect, test } from 'vitest';
import { type BodyFormat, renderBody } from './render';

async function html(source: string, format: BodyFormat = 'html'): Promise<string> {
  const body = await renderBody(source, { format, typography: true, idPrefix: '' });
  return body.html.replaceAll(' loading="lazy" decoding="async"', '');
}

const repaired: Array<[name: string, written: string, printed: string]> = [
  [
    'loose text becomes a paragraph',
    'a <em>b</em><p>c</p>d',
    '<p>a <em>b</em></p><p>c</p><p>d</p>',
  ],
  [
    'a block leaves a paragraph',
    '<p>a <x-box><div>b</div></x-box> c</p>',
    '<p>a </p><div>b</div><p> c</p>',
  ],
  ['a block leaves emphasis', '<div><b>a<p>b</p></b></div>', '<div><b>a</b><p><b>b</b></p></div>'],
  [
    'a block leaves a heading',
    '<h2><div>a</div>b</h2>',
    '<h2 id="a-b">a b<a class="anchor" href="#a-b" aria-label="Link to this section">#</a></h2>',
  ],
  ['a link may hold a block', '<a href="/a"><div>b</div></a>', '<a href="/a"><div>b</div></a>'],
  [
    'a heading in a link has no link of its own',
    '<a href="/a"><h3>b</h3></a>',
    '<a href="/a"><h2 id="b">b</h2></a>',
  ],
  [
    'a link holds nothing to press',
    '<a href="/a"><video src="/v.mp4"></video></a>',
    '<p><video src="/v.mp4" controls preload="metadata"></video></p>',
  ],
  ['no link without text', '<p>a<a href="/b"></a></p>', '<p>a</p>'],
  ['no empty paragraphs and headings', '<p>&nbsp;</p><h2></h2><p>a</p>', '<p>a</p>'],
  [
    'a place to link to survives',
    '<h2><a name="x"></a></h2><p>a</p>',
    '<p><span id="x"></span></p><p>a</p>',
  ],
  ['a named anchor', '<p><a name="here">There</a></p>', '<p><span id="here">There</span></p>'],
  [
    'stray items get a list',
    '<div><li>a</li><li>b</li></div>',
    '<div><ul><li>a</li><li>b</li></ul></div>',
  ],
  ['text in a list becomes an item', '<ul>a<li>b</li></ul>', '<ul><li>a</li><li>b</li></ul>'],
  [
    'a list in a list goes into an item',
    '<ul><li>a</li><ul><li>b</li></ul></ul>',
    '<ul><li>a<ul><li>b</li></ul></li></ul>',
  ],
  ['a list without items is nothing', '<p>a</p><ul></ul>', '<p>a</p>'],
  ['a description list without terms', '<dl><dd>a</dd></dl>', '<div><div>a</div></div>'],
  [
    'a description list as it should be',
    '<dl><dt>a</dt><dd>b</dd></dl>',
    '<dl><dt>a</dt><dd>b</dd></dl>',
  ],
  [
    'details without a summary',
    '<details><p>a</p></details>',
    '<details><summary>Details</summary><p>a</p></details>',
  ],
  ['a summary without details', '<summary>a</summary>', '<p>a</p>'],
  ['a caption without a figure', '<figcaption>a</figcaption>', '<div>a</div>'],
  [
    'a caption in the middle moves to the end',
    '<figure><img src="/a.png" alt="a"><figcaption>b</figcaption><p>c</p></figure>',
    '<figure><img src="/a.png" alt="a"><p>c</p><figcaption>b</figcaption></figure>',
  ],
  ['a picture without an image', '<p>a<picture><source srcset="/a.png"></picture></p>', '<p>a</p>'],
  [
    'a figure in a paragraph',
    '<p>a</p><figure><img src="/a.png" alt=""></figure>',
    '<p>a</p><figure><img src="/a.png" alt=""></figure>',
  ],
  [
    'a time without a date',
    '<p><time>noon</time> <time datetime="2020-01-01">then</time></p>',
    '<p>noon <time datetime="2020-01-01">then</time></p>',
  ],
];

describe('the content model is repaired', () => {
  test.each(repaired)('%s', async (_, written, printed) => {
    expect(await html(written)).toBe(printed);
  });
});

const modernised: Array<[name: string, written: string, printed: string]> = [
  ['acronym', '<p><acronym title="a b">AB</acronym></p>', '<p><abbr title="a b">AB</abbr></p>'],
  ['strike and tt', '<p><strike>a</strike> <tt>b</tt></p>', '<p><s>a</s> <code>b</code></p>'],
  [
    'font, big and nobr',
    '<p><font color="red"><big>a</big></font> <nobr>b</nobr></p>',
    '<p>a b</p>',
  ],
  ['center', '<center>a</center>', '<div class="align-center">a</div>'],
  ['align', '<p align="right">a</p>', '<p class="align-right">a</p>'],
  [
    'presentational attributes',
    '<table border=1 cellpadding=2 bgcolor=red><tr valign=top><td nowrap width=5>a</td></tr></table>',
    '<table><tbody><tr><td>a</td></tr></tbody></table>',
  ],
  [
    'sizes of pictures',
    '<p><img src="/a.png" width="100%" height="20px" hspace="3" border="0" alt="a"></p>',
    '<p><img src="/a.png" height="20" alt="a"></p>',
  ],
  [
    'a picture of part of the width',
    '<p><img src="/a.png" style="width: 80%; display: block; margin: 1em auto" alt="a"></p>',
    '<p><img src="/a.png" alt="a" class="align-center width-80"></p>',
  ],
  [
    'a picture that floats',
    '<p><img src="/a.png" style="float:left" alt="a">b</p>',
    '<p><img src="/a.png" alt="a" class="align-left">b</p>',
  ],
  [
    'a title is the better description',
    '<p><img src="/a.png" title="A fox"></p>',
    '<p><img src="/a.png" alt="A fox"></p>',
  ],
  [
    'a linked picture has a name',
    '<p><a href="/big/fox.png"><img src="/a.png"></a></p>',
    '<p><a href="/big/fox.png"><img src="/a.png" alt="fox.png"></a></p>',
  ],
  [
    'styles that mean an element',
    '<p><span style="text-decoration: underline">a</span> <span style="background-color:yellow">b</span></p>',
    '<p><u>a</u> <mark>b</mark></p>',
  ],
  ['hidden text', '<p>a <span style="display:none">b</span></p>', '<p>a <span hidden>b</span></p>'],
  [
    'players have buttons and wait',
    '<video src="/a.mp4" autoplay poster="/a.png">Old browser</video>',
    '<p><video src="/a.mp4" poster="/a.png" controls preload="none"></video></p>',
  ],
  [
    'page furniture',
    '<main><header>a</header><nav>b</nav></main>',
    '<div><div>a</div><div>b</div></div>',
  ],
  [
    'task list',
    '- [x] a\n- [ ] b',
    '<ul class="contains-task-list">\n<li class="task-list-item"><input type="checkbox" checked disabled aria-label="Done"> a</li>\n<li class="task-list-item"><input type="checkbox" disabled aria-label="Not done"> b</li>\n</ul>',
  ],
  [
    'relations of links',
    '<p><a href="/a" rel="nofollow noreferrer me" target="_blank">a</a></p>',
    '<p><a href="/a" rel="nofollow me">a</a></p>',
  ],
];

describe('older HTML is turned into what it is today', () => {
  test.each(modernised)('%s', async (_, written, printed) => {
    const output = await html(written, written.startsWith('- [') ? 'markdown' : 'html');
    expect(output.replace(/<div class="table-scroll"[^>]*>(.*)<\/div>/s, '$1')).toBe(printed);
  });
});

describe('drawings and formulas', () => {
  test('shapes, gradients and local references stay', async () => {
    const drawing =
      '<svg viewBox="0 0 10 10" role="img"><title>A</title><defs><linearGradient id="g"><stop offset="0" stop-color="red"></stop></linearGradient></defs>' +
      '<g transform="scale(2)"><path d="M0 0L1 1" fill="url(#g)" stroke-width="2"></path><use href="#g"></use></g></svg>';
    expect(await html(`<p>${drawing}</p>`)).toBe(`<p>${drawing}</p>`);
  });

  test('a style becomes attributes', async () => {
    expect(await html('<p><svg><path style="fill:#f00;filter:url(x)" d="M0 0"/></svg></p>')).toBe(
      '<p><svg><path d="M0 0" fill="#f00"></path></svg></p>',
    );
  });

  test('a formula', async () => {
    const formula = '<math display="block"><mfrac><mi>a</mi><mn>2</mn></mfrac></math>';
    expect(await html(`<p>${formula}</p>`)).toBe(`<p>${formula}</p>`);
  });
});

test('a table gets a box to scroll in and heads that say what they head', async () => {
  expect(await html('| a | b |\n|---|--:|\n| 1 | 2 |', 'markdown')).toBe(
    '<div class="table-scroll" tabindex="0" role="group" aria-label="Table"><table><thead>\n<tr>\n<th scope="col">a</th>\n' +
      '<th class="align-right" scope="col">b</th>\n</tr>\n</thead><tbody>\n<tr>\n<td>1</td>\n<td class="align-right">2</td>\n</tr>\n</tbody></table></div>',
  );
  expect(
    await html('<table><tr><th></th><th>a</th></tr><tr><th>b</th><td>1</td></tr></table>'),
  ).toContain('<tr><td></td><th scope="col">a</th></tr><tr><th scope="row">b</th><td>1</td></tr>');
});

test('Markdown: a placeholder in angle brackets is text, also as the text of a link', async () => {
  expect(await html('The `a` [<ItemName>](/x) and <thing>.', 'markdown')).toBe(
    '<p>The <code>a</code> <a href="/x">&lt;ItemName&gt;</a> and &lt;thing&gt;.</p>',
  );
});

test('Markdown: an address in a link written as HTML is not a second link', async () => {
  expect(await html('See <a href="/long">https://a.example/</a>.', 'markdown')).toBe(
    '<p>See <a href="/long">https://a.example/</a>.</p>',
  );
});
