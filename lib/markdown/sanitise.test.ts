import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { allowedElements } from './elements';
import { frameHosts } from './frames';
import { print } from './print';
import { type BodyFormat, renderBody } from './render';
import { type Body, bodyOf, eachElement } from './tree';

const parser = unified().use(rehypeParse, { fragment: true }).freeze();

async function render(source: string, format: BodyFormat = 'html') {
  return renderBody(source, { format, typography: true, idPrefix: 'p1-' });
}

/** What a browser would run or load that it must not. */
const dangersIn = (html: string) => dangersOf(bodyOf(parser.parse(html)));

function dangersOf(body: Body): string[] {
  const dangers: string[] = [];
  eachElement(body, ({ tagName, properties, content }) => {
    // Frames that rest are shown later: what lies in a template has to be as harmless.
    if (content) dangers.push(...dangersOf(bodyOf(content)));
    else if (!allowedElements.includes(tagName)) dangers.push(`<${tagName}>`);
    for (const [name, value] of Object.entries(properties)) {
      const written = String(value).toLowerCase();
      if (/^on|^style$|^srcDoc$|^formAction$|^ping$/i.test(name)) dangers.push(name);
      if (/^(?:javascript|vbscript|data:text|blob|file):?/.test(written.replace(/[\s\0]/g, ''))) {
        dangers.push(`${name}=${written}`);
      }
      if (tagName === 'iframe' && name === 'src' && !frameHosts.includes(new URL(written).host)) {
        dangers.push(`frame ${written}`);
      }
      if (/url\((?!#)/.test(written)) dangers.push(written);
    }
  });
  return dangers;
}

const vectors = [
  '<script>alert(1)</script>',
  '<SCRIPT SRC=//evil.example/x.js></SCRIPT>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<img src=x onerror=alert(1)>',
  '<img src="x" ONERROR="alert(1)">',
  '<img/src="x"/onerror=alert(1)>',
  '<img src=`x`onerror=alert(1)>',
  '<img """><script>alert(1)</script>">',
  '<body onload=alert(1)>text</body>',
  '<p onclick="alert(1)">a</p>',
  '<a href="javascript:alert(1)">a</a>',
  '<a href="JaVaScRiPt:alert(1)">a</a>',
  '<a href=" javascript:alert(1)">a</a>',
  '<a href="java\tscript:alert(1)">a</a>',
  '<a href="java&#10;script:alert(1)">a</a>',
  '<a href="java&Tab;script&colon;alert(1)">a</a>',
  '<a href="&#106;&#97;&#118;&#97;script:alert(1)">a</a>',
  '<a href="&#x6A&#x61&#x76&#x61script:alert(1)">a</a>',
  '<a href="\u0001javascript:alert(1)">a</a>',
  '<a href="java\0script:alert(1)">a</a>',
  '<a href="vbscript:msgbox(1)">a</a>',
  '<a href="data:text/html,<script>alert(1)</script>">a</a>',
  '<a href="data:text/html;base64,PHNjcmlwdD4=">a</a>',
  '<img src="data:image/svg+xml,<svg onload=alert(1)>">',
  '<img src="javascript:alert(1)">',
  '<img srcset="javascript:alert(1) 1x, data:text/html,x 2x" src="/a.png">',
  '<video poster="javascript:alert(1)" src="/a.mp4" onplay=alert(1)></video>',
  '<video><source onerror="alert(1)" src="javascript:alert(1)"></video>',
  '<audio src="x" onerror=alert(1)>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<iframe src="https://evil.example/embed/abcdefg"></iframe>',
  '<iframe src="https://www.youtube.com.evil.example/embed/abcdefg"></iframe>',
  '<iframe src="https://player.vimeo.com@evil.example/video/1"></iframe>',
  '<iframe src="//evil.example"></iframe>',
  '<object data="data:text/html,<script>alert(1)</script>"></object>',
  '<embed src="javascript:alert(1)">',
  '<applet code="x.class"></applet>',
  '<form action="javascript:alert(1)"><button formaction="javascript:alert(1)">x</button></form>',
  '<input type="image" src="x" onerror="alert(1)" formaction="javascript:alert(1)">',
  '<input type="checkbox" disabled autofocus onfocus=alert(1)>',
  '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">',
  '<base href="https://evil.example/">',
  '<link rel="stylesheet" href="https://evil.example/x.css">',
  '<style>@import "https://evil.example/x.css";</style>',
  '<p style="background:url(javascript:alert(1))">a</p>',
  '<div style="behavior:url(x.htc)">a</div>',
  '<svg onload=alert(1)></svg>',
  '<svg><script>alert(1)</script></svg>',
  '<svg><script href="data:,alert(1)"/></svg>',
  '<svg><a xlink:href="javascript:alert(1)"><text>a</text></a></svg>',
  '<svg><use xlink:href="https://evil.example/x.svg#a"/></svg>',
  '<svg><use href="data:image/svg+xml,<svg id=x onload=alert(1)>#x"/></svg>',
  '<svg><image href="https://evil.example/x.png"/></svg>',
  '<svg><animate attributeName="href" values="javascript:alert(1)"/></svg>',
  '<svg><set attributeName="onmouseover" to="alert(1)"/><rect/></svg>',
  '<svg><foreignObject><iframe src="javascript:alert(1)"></iframe></foreignObject></svg>',
  '<svg><rect fill="url(https://evil.example/x#y)" style="fill:url(//evil.example)"/></svg>',
  '<svg><style><img src=x onerror=alert(1)></style></svg>',
  '<svg><title><style><img src=x onerror=alert(1)></style></title></svg>',
  '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
  '<svg><desc><svg><image href=x onerror=alert(1) /></svg></desc></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<math><mi><mglyph><svg><mtext><textarea><path id="</textarea><img onerror=alert(1) src=1>">',
  '<math><annotation-xml encoding="text/html"><style><img src=x onerror=alert(1)></style></annotation-xml></math>',
  '<math href="javascript:alert(1)"><mi xlink:href="javascript:alert(1)">x</mi></math>',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<noembed><img title="</noembed><img src onerror=alert(1)>"></noembed>',
  '<xmp><p title="</xmp><img src onerror=alert(1)>"></xmp>',
  '<textarea><p title="</textarea><img src onerror=alert(1)>"></textarea>',
  '<title><p title="</title><img src onerror=alert(1)>"></title>',
  '<select><template><style><img src=x onerror=alert(1)></style></template></select>',
  '<template><script>alert(1)</script></template>',
  '<!--><img src=x onerror=alert(1)>-->',
  '<!--more--!><img src=x onerror=alert(1)>-->',
  '<![CDATA[<img src=x onerror=alert(1)>]]>',
  '<?xml version="1.0"?><img src=x onerror=alert(1)>',
  '<details ontoggle=alert(1) open><summary>a</summary></details>',
  '<marquee onstart=alert(1)>a</marquee>',
  '<x-element onclick=alert(1)>a</x-element>',
  '<lite-youtube videoid="&quot;><script>alert(1)</script>" onclick=alert(1)></lite-youtube>',
  '<lite-youtube videoid="abcdefghijk" title="&quot; onload=&quot;alert(1)" params="start=1&autoplay=1&origin=javascript:1"></lite-youtube>',
  '<click-to-play><a href="javascript:alert(1)"><img src="/a.png"></a></click-to-play>',
  '<github-code href="javascript:alert(1)"></github-code>',
  '<image-gallery><img src="/a.png" data-fullsize="javascript:alert(1)"></image-gallery>',
  '<p class="x&quot; onclick=&quot;alert(1)" id="a&quot; onclick=&quot;alert(1)">a</p>',
  '<pre><code class="language-x&quot;><script>alert(1)</script>">a</code></pre>',
];

describe('nothing of an attack reaches the page', () => {
  test.each(vectors)('HTML: %s', async (source) => {
    const { html, listHtml, excerptHtml } = await render(source);
    for (const output of [html, listHtml ?? '', excerptHtml]) {
      expect(dangersIn(output)).toEqual([]);
      // What a browser parses is what was checked: printing its tree again changes nothing.
      expect(print(bodyOf(parser.parse(output)))).toBe(output);
    }
  });

  test.each(vectors)('Markdown: %s', async (source) => {
    const { html } = await render(`before\n\n${source}\n\nafter ${source}`, 'markdown');
    expect(dangersIn(html)).toEqual([]);
    expect(print(bodyOf(parser.parse(html)))).toBe(html);
  });

  test.each([
    '[a](javascript:alert(1))',
    '[a](<java\tscript:alert(1)>)',
    '![a](javascript:alert(1))',
    '<javascript:alert(1)>',
    '[a]: javascript:alert(1)\n\n[a]',
    '[a](data:text/html,x)',
    '```"><script>alert(1)</script>\nx\n```',
    '[^"><script>alert(1)</script>]\n\n[^"><script>alert(1)</script>]: x',
  ])('Markdown of its own: %s', async (source) => {
    expect(dangersIn((await render(source, 'markdown')).html)).toEqual([]);
  });

  test('plain text is escaped', async () => {
    const { html } = await render('<b onclick=x>a</b> & b', 'text');
    expect(html).toBe('<p>&lt;b onclick=x&gt;a&lt;/b&gt; &amp; b</p>');
  });
});
