import { expect, test } from 'vitest';
import { feedHtml } from './feed-html';
import { renderBody } from './render';

const base = 'https://weblog.example.org/2026/Jan/15/post/';

const cases = [
  {
    name: 'links of this site and of this page',
    html: '<p><a href="/about/">a</a> <a href="#fn-1">1</a> <a href="../x/">x</a></p>',
    plain:
      '<p><a href="https://weblog.example.org/about/">a</a> <a href="https://weblog.example.org/2026/Jan/15/post/#fn-1">1</a> <a href="https://weblog.example.org/2026/Jan/15/x/">x</a></p>',
  },
  {
    name: 'links elsewhere',
    html: '<p><a href="https://example.com/?a=1&amp;b=2">a</a> <a href="mailto:a@example.com">b</a></p>',
    plain:
      '<p><a href="https://example.com/?a=1&amp;b=2">a</a> <a href="mailto:a@example.com">b</a></p>',
  },
  {
    name: 'pictures in sizes',
    html: '<img src="/media/1/a.png" srcset="/media/1/a-480.webp 480w, /media/1/a.png 960w" sizes="100vw" alt="A" loading="lazy">',
    plain:
      '<img src="https://weblog.example.org/media/1/a.png" srcset="https://weblog.example.org/media/1/a-480.webp 480w, https://weblog.example.org/media/1/a.png 960w" sizes="100vw" alt="A">',
  },
  {
    name: 'a picture for dark screens',
    html: '<picture><source media="(prefers-color-scheme: dark)" srcset="/dark.png"><img src="/light.png" alt="A"></picture>',
    plain:
      '<picture><source media="(prefers-color-scheme: dark)" srcset="https://weblog.example.org/dark.png"><img src="https://weblog.example.org/light.png" alt="A"></picture>',
  },
  {
    name: 'what is hidden on the page',
    html: '<p>a <span hidden>b</span></p><div hidden><p>c <em>d</em></p></div><p hidden="until-found">e</p>',
    plain: '<p>a </p>',
  },
  {
    name: 'marks of tags in text and values',
    html: '<p><a href="https://example.com/" title="a </p> <script>">1 > 0</a></p>',
    plain: '<p><a href="https://example.com/" title="a &lt;/p&gt; &lt;script&gt;">1 &gt; 0</a></p>',
  },
  {
    name: 'a player',
    html: '<div class="embed"><iframe src="https://www.youtube-nocookie.com/embed/abcdefghijk?start=9" title="A film"></iframe></div>',
    plain: '<p><a href="https://www.youtube.com/watch?v=abcdefghijk&amp;t=9s">A film</a></p>',
  },
  {
    name: 'a post embedded from Mastodon',
    html: '<div class="embed"><iframe src="https://mastodon.social/@a/12/embed" title="Mastodon post"></iframe></div>',
    plain: '<p><a href="https://mastodon.social/@a/12">Mastodon post</a></p>',
  },
  {
    name: 'a light player',
    html: '<details class="video-embed" data-youtube="abcdefghijk"><summary>Play: A film</summary><div class="embed"><iframe src="https://www.youtube-nocookie.com/embed/abcdefghijk" title="A film"></iframe></div><p class="video-link"><a href="https://www.youtube.com/watch?v=abcdefghijk">Watch on YouTube</a></p></details>',
    plain: '<p><a href="https://www.youtube.com/watch?v=abcdefghijk">Play: A film</a></p>',
  },
  {
    name: 'a moving picture',
    html: '<figure class="click-to-play"><img src="/still.png" alt="x"><details><summary>Play animation</summary><img src="/moving.gif" alt="x"></details></figure>',
    plain:
      '<figure><img src="https://weblog.example.org/still.png" alt="x"><p><a href="https://weblog.example.org/moving.gif">Play animation</a></p></figure>',
  },
  {
    name: 'details',
    html: '<details open><summary>More <em>here</em></summary><p>Hidden.</p></details>',
    plain: '<p><strong>More here</strong></p><p>Hidden.</p>',
  },
  {
    name: 'drawings',
    html: '<figure><svg viewBox="0 0 1 1"><title>A chart</title><path d="M0 0"></path></svg></figure><p><svg aria-hidden="true"></svg>x</p>',
    plain: `<figure><a href="${base}">[Drawing: A chart]</a></figure><p>x</p>`,
  },
  {
    name: 'a list of tasks',
    html: '<ul class="contains-task-list"><li class="task-list-item"><input type="checkbox" checked disabled> done</li><li><input type="checkbox" disabled> open</li></ul>',
    plain: '<ul><li>☑  done</li><li>☐  open</li></ul>',
  },
  {
    name: 'a table in its box, and coloured code',
    html: '<div class="table-scroll" tabindex="0" role="group" aria-label="Table"><table><tr><th scope="col">a</th></tr></table></div><pre><code class="language-js"><span class="hl-k">let</span> a</code></pre>',
    plain:
      '<table><tbody><tr><th scope="col">a</th></tr></tbody></table><pre><code>let a</code></pre>',
  },
  {
    name: 'words in another language',
    html: '<p><span lang="de" class="x">Wort</span></p>',
    plain: '<p><span lang="de">Wort</span></p>',
  },
];

test.each(cases)('$name', ({ html, plain }) => {
  expect(feedHtml(html, base)).toBe(plain);
});

test('what an imported style hides is hidden from feeds', async () => {
  const source = '<p>a</p><div style="display:none">b</div>';
  const body = await renderBody(source, { format: 'html', typography: true, idPrefix: '' });
  expect(feedHtml(body.html, base)).toBe('<p>a</p>');
});

test('a rendered body has nothing of the page left', async () => {
  const source = [
    '# Heading',
    'Text.[^1]',
    '```js\nlet a = 1;\n```',
    '- [x] done',
    '| a | b |\n|---|---|\n| 1 | 2 |',
    '[^1]: A note.',
  ].join('\n\n');
  const body = await renderBody(source, { format: 'markdown', typography: true, idPrefix: 'e1-' });
  const html = feedHtml(body.html, base);
  expect(html).not.toMatch(/<(input|section|svg|details|iframe)\b|\s(class|id|data-\w+|aria-\w+)=/);
  expect(html).not.toContain('Link to this section');
  expect(html).toContain('<hr>');
  expect(html).toContain('A note.');
  expect(html).not.toContain('↩');
});
