// What a text shows of the library's files.
import { describe, expect, test } from 'vitest';
import type { MediaFact } from '../media/facts';
import { renderBody } from './render';

const cat: MediaFact = {
  id: 12,
  name: 'cat.jpg',
  type: 'image/jpeg',
  hash: '3fa9c1d2e4ff',
  width: 2000,
  height: 1000,
  widths: [480, 960],
  alt: 'A cat',
  caption: '',
  poster: null,
  captions: null,
};

const media = {
  12: cat,
  13: {
    ...cat,
    id: 13,
    name: 'small.gif',
    width: 20,
    height: 10,
    widths: [],
    caption: 'So < small',
  },
  14: {
    ...cat,
    id: 14,
    name: 'film.mp4',
    width: 640,
    height: 360,
    widths: [],
    poster: '/media/12/3fa9c1d2e4/cat.jpg',
    captions: '/media/15/aaaaaaaaaa/film.vtt',
  },
};

const render = async (source: string) =>
  (await renderBody(source, { format: 'markdown', typography: false, idPrefix: '', media })).html;

const srcset =
  '/media/12/3fa9c1d2e4-480/cat.webp 480w, /media/12/3fa9c1d2e4-960/cat.webp 960w, /media/12/3fa9c1d2e4/cat.jpg 2000w';

describe('a picture', () => {
  test('has its size, smaller pictures, and the words of the library', async () => {
    expect(await render('![](/media/12/cat.jpg)')).toBe(
      `<p><img src="/media/12/cat.jpg" alt="A cat" width="2000" height="1000" srcset="${srcset}" sizes="(max-width: 40rem) 100vw, 36rem" loading="lazy" decoding="async"></p>`,
    );
  });

  test.each([
    ['![Mine](/media/12/old-name.png)', 'alt="Mine"'],
    ['![Mine](/media/12/old-name.png)', 'src="/media/12/cat.jpg"'],
    ['<img src="/media/12/cat.jpg" width="400">', 'height="200" srcset'],
    ['<img src="/media/12/cat.jpg" height="100">', 'width="200" srcset'],
    ['<img src="/media/12/cat.jpg" width="30" height="40">', 'width="30" height="40"'],
    ['![](/media/13/small.gif)', 'srcset="/media/13/3fa9c1d2e4/small.gif 1x"'],
  ])('%s has %s', async (source, expected) => {
    expect(await render(source)).toContain(expected);
  });

  test('that stands alone has what is said under it', async () => {
    expect(await render('![x](/media/13/small.gif)')).toMatch(
      /^<figure><img [^>]*><figcaption>So &lt; small<\/figcaption><\/figure>$/,
    );
    expect(await render('See ![x](/media/13/small.gif)')).not.toContain('figure');
  });

  test('that the library does not know stays as it is', async () => {
    expect(await render('![x](/media/99/gone.jpg)')).toBe(
      '<p><img src="/media/99/gone.jpg" alt="x" loading="lazy" decoding="async"></p>',
    );
  });
});

test('a film has its size, its still picture and its captions', async () => {
  expect(await render('<video controls src="/media/14/film.mp4"></video>')).toBe(
    '<p><video controls src="/media/14/film.mp4" preload="metadata" poster="/media/12/3fa9c1d2e4/cat.jpg" width="640" height="360"><track kind="captions" src="/media/15/aaaaaaaaaa/film.vtt" label="Captions" default></video></p>',
  );
});
