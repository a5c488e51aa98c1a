import { HtmlValidate } from 'html-validate';
import { expect, test } from 'vitest';
import { renderBody } from './render';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  // Old bodies have ids of digits, which other sites link to.
  rules: { 'valid-id': ['error', { relaxed: true }], 'no-trailing-whitespace': 'off' },
});

async function errorsIn(body: string): Promise<string[]> {
  const page = `<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>Post</title></head><body><main><h1>Post</h1><article>\n${body}\n</article></main></body></html>\n`;
  const report = await validator.validateString(page);
  return report.results.flatMap(({ messages }) => messages.map(({ message }) => message));
}

const oldHtml = `
Loose text with <b>bold <p>in a paragraph</b> that never ends
<H1 ALIGN=CENTER><FONT FACE="Arial" SIZE=+2 COLOR="#ff0000">Welcome <BLINK>now</BLINK></FONT></H1>
<h5>Skipped levels</h5><h1></h1>
<center><a name="1top"><img src=fox.gif width=50% height=80 border=0 hspace=4 align=left></a><br clear=all></center>
<p><p>Two openings<div>A block <p>and</div> more
<ul><p>Not an item</p><li>One<li>Two<ul><li>Inner</ul><ol type=square><li value=x>Three</ol></ul><li>Stray
<dl><dt>Term<dt>Other<dd>Text<p>more</dl><dl><dd>Only indented</dl>
<table border=1 cellspacing=0 bgcolor=#eee width=100%><caption align=bottom>C</caption>
<tfoot><tr><td>foot</tfoot><tr><th>Head<th><td align=center valign=top nowrap>x<tr></table>
<table><form action="/x"><tr><td><input name=q>cell</form></table>
<a href="a b.html">Spaces <a href="/x">nested</a></a> <a>no target</a> <a href=""></a>
<acronym title="Hyper">H</acronym> <tt>code</tt> <strike>gone</strike> <u>under</u> <big>big</big>
<pre>  <p>paragraph in pre</p>
<h2>and heading</h2></pre>
<blockquote><font color=blue>quoted</font></blockquote>
<img src="x.png"><img src="y.png" alt="Y" title="Z" width="0" height="12.5px">
<iframe src="https://www.youtube.com/embed/abcdefghijk" width="100%" frameborder=0 allowfullscreen></iframe>
<object width=1><param name=a value=b><embed src="x.swf"></object>
<p id="same">a</p><p id="same">b</p><p id="with space">c</p><p id="site-nav">d</p>
<address><h3>Heading</h3>text</address> <dir><li>d</dir> <menu><li>m</menu>
<details>no summary</details> <figure><figcaption>1</figcaption><img src=a.png><figcaption>2</figcaption></figure>
<video width="100%" autoplay><source src=a.mp4 type=video/mp4>Sorry</video><audio src=a.mp3></audio>
<ruby>a<rb>b</rb><rt>c</rt></ruby> <time>today</time> <data>1</data> <bdo>x</bdo>
<svg width=10 height=10><style>a{}</style><rect width=1 height=1 onclick=x /></svg>
<label>Label <select><option>a</select><textarea>b</textarea><button>c</button></label>
<script>document.write("<p>")</script><style>p{}</style><marquee>move</marquee><noscript><p>none</p></noscript>
<h2><a href="/x"><h3>deep</h3></a></h2> <span><div>block in span</div></span> <em><table><tr><td>t</table></em>
<o:p></o:p><st1:place>Word</st1:place> &nbsp; & &copy &#150;`;

test('the worst of old HTML becomes a valid page', async () => {
  const { html, listHtml, excerptHtml } = await renderBody(oldHtml, {
    format: 'html',
    typography: true,
    idPrefix: 'e1-',
  });
  expect(await errorsIn(html)).toEqual([]);
  expect(await errorsIn(listHtml ?? '')).toEqual([]);
  expect(await errorsIn(excerptHtml)).toEqual([]);
});

test('the same within Markdown', async () => {
  const source = `# One\n\n#### Four\n\nText[^1] and <b>raw\n\n${oldHtml}\n\n- [ ] task\n\n| a |\n|---|\n| b |\n\n\`\`\`js\nlet a;\n\`\`\`\n\n[^1]: Note with\n\n    a second paragraph`;
  const { html, listHtml } = await renderBody(source, {
    format: 'markdown',
    typography: true,
    idPrefix: 'n1-',
  });
  expect(await errorsIn(html)).toEqual([]);
  expect(await errorsIn(listHtml ?? '')).toEqual([]);
});

test('two posts in one list do not clash', async () => {
  const source = '## Same\n\n[there](#same) and[^1]\n\n<p id="x">x</p>\n\n[^1]: note';
  const bodies = await Promise.all(
    ['n1-', 'n2-'].map((idPrefix) =>
      renderBody(source, { format: 'markdown', typography: true, idPrefix }),
    ),
  );
  expect(await errorsIn(bodies.map(({ listHtml }) => listHtml).join('\n'))).toEqual([]);
});
