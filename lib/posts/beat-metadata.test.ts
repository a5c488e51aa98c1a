import { describe, expect, test } from 'vitest';
import { commentThread, sightingPhotos, sightingPlace } from './beat-metadata';
import { postInput } from './input';

const sightingWith = (uri: string, large_url: string, small_url?: string) => ({
  location: { display_name: 'Pillar Point' },
  observations: [{ uri, common_name: 'Pelican', photos: [{ large_url, small_url }] }],
});

const page = 'https://birds.example/1';
const picture = 'https://birds.example/1.jpg';
const script = 'javascript:alert(1)';

describe('a sighting', () => {
  test('has photos that lead to what was seen, and a place', () => {
    const metadata = sightingWith(page, picture);
    expect(sightingPhotos(metadata)).toEqual([
      { url: picture, largeUrl: picture, observationUrl: page, species: 'Pelican', size: null },
    ]);
    expect(sightingPlace(metadata)).toBe('Pillar Point');
  });

  test.each([
    ['an observation', sightingWith(script, picture)],
    ['a photo', sightingWith(page, 'data:image/svg+xml,a')],
    ['a small photo', sightingWith(page, picture, script)],
    ['something else', { observations: 'none' }],
    ['nothing', {}],
  ])('shows nothing where %s has no address of the web', (_, metadata) => {
    expect(sightingPhotos(metadata)).toEqual([]);
    expect(sightingPlace(metadata)).toBeNull();
  });
});

describe('the thread of a comment', () => {
  test.each([
    ['https://news.example/1', { site: 'News', threadUrl: 'https://news.example/1' }],
    ['http://news.example/1', { site: 'News', threadUrl: 'http://news.example/1' }],
    [undefined, { site: 'News', threadUrl: null }],
    [script, { site: null, threadUrl: null }],
    ['mailto:a@news.example', { site: null, threadUrl: null }],
    ['/1', { site: null, threadUrl: null }],
  ])('at %s', (thread_url, thread) => {
    expect(commentThread({ comment_site: 'News', thread_url })).toEqual(thread);
  });
});

test('a beat is taken in with its metadata as it came, whatever that holds', () => {
  const metadata = { thread_url: script, observations: 'none' };
  const beat = {
    kind: 'beat',
    beatType: 'comment',
    title: 'A comment',
    linkUrl: page,
    publishedAt: new Date(0),
    metadata,
  };
  expect(postInput.parse(beat)).toMatchObject({ metadata });
});
