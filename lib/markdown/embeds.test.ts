import { describe, expect, test } from 'vitest';
import { frameHosts } from './frames';
import { renderBody } from './render';

async function render(source: string) {
  return renderBody(source, {
    format: 'html',
    typography: true,
    idPrefix: 'p1-',
    ownHosts: ['blog.example'],
  });
}

const attributes =
  'loading="lazy" referrerpolicy="strict-origin-when-cross-origin" allowfullscreen';

const frames: Array<[name: string, src: string, printed: string, title: string]> = [
  [
    'YouTube',
    'https://www.youtube.com/embed/abcdefghijk?start=30&amp;autoplay=1',
    'https://www.youtube-nocookie.com/embed/abcdefghijk?start=30',
    'YouTube video',
  ],
  [
    'YouTube without scheme',
    '//youtube.com/embed/abcdefghijk',
    'https://www.youtube-nocookie.com/embed/abcdefghijk',
    'YouTube video',
  ],
  [
    'YouTube page',
    'http://youtu.be/abcdefghijk?t=1m5s',
    'https://www.youtube-nocookie.com/embed/abcdefghijk?start=65',
    'YouTube video',
  ],
  [
    'YouTube list',
    'https://www.youtube.com/embed/videoseries?list=PLabc_1',
    'https://www.youtube-nocookie.com/embed/videoseries?list=PLabc_1',
    'YouTube video',
  ],
  ['Vimeo', 'http://player.vimeo.com/video/1', 'https://player.vimeo.com/video/1', 'Vimeo video'],
  [
    'Mastodon',
    'https://mastodon.social/@someone/123/embed',
    'https://mastodon.social/@someone/123/embed',
    'Mastodon post',
  ],
];

describe('frames', () => {
  test.each(frames)('%s is shown from its own address', async (_, src, printed, title) => {
    const { html, removed } = await render(`<iframe src="${src}"></iframe>`);
    expect(html).toMatch(/^<details class="video-embed"><summary>Show: [^<]+<\/summary>/);
    expect(html).toContain(
      `<div class="embed"><template><iframe src="${printed}" title="${title}" ${attributes}></iframe></template></div>`,
    );
    expect(html).toMatch(/<p class="video-link"><a href="https:[^"]+">Open on [^<]+<\/a><\/p>/);
    expect(removed).toEqual([]);
  });

  test('the given title and sizes are kept, percentages are not', async () => {
    const { html } = await render(
      '<iframe width="560" height="50%" title="A talk" frameborder="0" src="https://player.vimeo.com/video/1"></iframe>',
    );
    expect(html).toContain('title="A talk"');
    expect(html).toContain('width="560"');
    expect(html).not.toMatch(/height=|frameborder/);
  });

  test('a frame in a paragraph leaves it', async () => {
    const { html } = await render(
      '<p>Look: <iframe src="https://codepen.io/a/embed/b"></iframe> nice</p>',
    );
    expect(html).toMatch(/^<p>Look: <\/p><details .*<\/details><p> nice<\/p>$/);
  });

  test.each([
    ['another host', 'https://evil.example/x', '<a href="https://evil.example/x">evil.example</a>'],
    ['our own host', 'https://blog.example/demo/', '<a href="/demo/">blog.example</a>'],
    ['a page of ours', '/demo/', '<a href="/demo/">/demo/</a>'],
    [
      'another path of a host',
      'https://codepen.io/a/pen/b',
      '<a href="https://codepen.io/a/pen/b">',
    ],
  ])('%s becomes a link and is reported', async (_, src, link) => {
    const { html, removed } = await render(`<iframe src="${src}"></iframe>`);
    expect(html).toContain(link);
    expect(removed).toHaveLength(1);
    expect(removed[0]?.what).toMatch(/^<iframe>/);
  });

  test('the list for the content policy has host names only, each once', () => {
    expect(new Set(frameHosts).size).toBe(frameHosts.length);
    for (const host of frameHosts) expect(host).toMatch(/^[a-z0-9.-]+$/);
  });
});

describe('custom elements work without script', () => {
  test('lite-youtube loads nothing before it is opened', async () => {
    const { html, text, removed } = await render(
      '<p><lite-youtube videoid="abc-efg_ijk" params="start=90" title=" A talk " playlabel="Play:  A talk"><a href="/x">x</a></lite-youtube></p>',
    );
    expect(html).toBe(
      '<details class="video-embed"><summary>Play: A talk</summary>' +
        `<div class="embed"><template><iframe src="https://www.youtube-nocookie.com/embed/abc-efg_ijk?start=90" title="A talk" ${attributes}></iframe></template></div>` +
        '<p class="video-link"><a href="https://www.youtube.com/watch?v=abc-efg_ijk&amp;t=90s">Open on YouTube</a></p></details>',
    );
    expect(text).toBe('Play: A talk');
    expect(removed).toEqual([]);
  });

  test('click-to-play shows the still picture, and the moving one on request', async () => {
    const { html } = await render(
      '<click-to-play><a href="/a.gif"><img src="/a.png" alt="A demo" width="300" height="200"></a></click-to-play>',
    );
    expect(html).toBe(
      '<figure class="click-to-play"><img src="/a.png" alt="A demo" width="300" height="200" loading="lazy" decoding="async">' +
        '<details><summary>Play animation</summary><img src="/a.gif" alt="A demo" width="300" height="200" loading="lazy" decoding="async"></details></figure>',
    );
  });

  test('github-code names the file and the lines', async () => {
    const { html } = await render(
      '<github-code href="https://github.com/someone/thing/blob/main/src/a%20b.py#L3-L9"></github-code>',
    );
    expect(html).toBe(
      '<p class="github-code"><a href="https://github.com/someone/thing/blob/main/src/a%20b.py#L3-L9">' +
        '<span class="github-code-file">src/a b.py</span> <span class="github-code-lines">lines 3–9</span> ' +
        '<span class="github-code-repo">someone/thing</span></a></p>',
    );
  });

  test('a gallery is a box of linked thumbnails', async () => {
    const { html } = await render(
      '<image-gallery width="3"><p><a href="/1.jpg"><img src="/1t.jpg" alt="One"></a></p>\n' +
        '<img src="/2.jpg" alt="Two" data-thumb="/2t.jpg" data-width="90" data-height="60"></image-gallery>',
    );
    expect(html).toBe(
      '<div class="gallery gallery-3"><a href="/1.jpg"><img src="/1t.jpg" alt="One" loading="lazy" decoding="async"></a>' +
        '<a href="/2.jpg"><img src="/2t.jpg" alt="Two" width="90" height="60" loading="lazy" decoding="async"></a></div>',
    );
  });

  test('a captioned gallery keeps its captions', async () => {
    const { html } = await render(
      '<captioned-image-gallery><figure><img src="/1.jpg" data-fullsize="/1l.jpg" alt=""><figcaption>One</figcaption></figure></captioned-image-gallery>',
    );
    expect(html).toContain('<div class="gallery"><figure><a href="/1l.jpg"><img src="/1.jpg"');
    expect(html).toContain('<figcaption>One</figcaption>');
  });

  test('an unknown one gives way to its content, and nothing counts as removed', async () => {
    const { html, removed } = await render('<fancy-box class="a"><p>In it</p></fancy-box>');
    expect(html).toBe('<p>In it</p>');
    expect(removed).toEqual([]);
  });

  test('Flash players of known videos become frames, others are reported', async () => {
    const youtube = await render(
      '<object width="425" height="350"><param name="movie" value="http://www.youtube.com/v/abcdefghijk&amp;hl=en"><embed src="http://www.youtube.com/v/abcdefghijk&amp;hl=en"></object>',
    );
    expect(youtube.html).toContain('src="https://www.youtube-nocookie.com/embed/abcdefghijk"');
    const other = await render('<object data="/x.swf"><p>Get Flash</p></object>');
    expect(other.html).toBe('<p>Get Flash</p>');
    expect(other.removed).toEqual([{ what: '<object>', count: 1 }]);
  });
});

test('Markdown: a tag over several lines that ends in a line of its own is one tag', async () => {
  const source =
    'Before\n\n<video\n  src="/a.mp4"\n  controls\n>\n<track src="/a.vtt">\n</video>\n\nAfter';
  const { html } = await renderBody(source, { format: 'markdown', typography: true, idPrefix: '' });
  expect(html).toContain(
    '<video src="/a.mp4" controls preload="metadata"><track src="/a.vtt"></video>',
  );
  expect(html).not.toContain('blockquote');
});
