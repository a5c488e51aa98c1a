// What a parser of microformats that this project did not write makes of the pages.
import { mf2 } from 'microformats-parser';
import { isPublicState, worldPosts } from '../../lib/testing/world';
import { expect, test } from '../fixtures';

test.use({ apart: 'untouched' });

type Item = ReturnType<typeof mf2>['items'][number];

const ofType = (items: Item[], type: string): Item[] =>
  items.flatMap((item) => [
    ...(item.type?.includes(type) ? [item] : []),
    ...ofType(item.children ?? [], type),
  ]);

for (const { kind, path, marker } of worldPosts.filter((post) => post.state === 'live'))
  test(`the page of a post is one h-entry: ${kind}`, async ({ request, site }) => {
    const html = await (await request.get(path)).text();
    const { items } = mf2(html, { baseUrl: site.baseUrl + path });
    const entries = ofType(items, 'h-entry');
    expect(entries).toHaveLength(1);
    const { properties } = entries[0] ?? { properties: {} };
    expect(properties.url).toEqual([site.baseUrl + path]);
    expect(properties.name).toEqual([expect.stringContaining(marker)]);
    expect(properties.author).toEqual(['Commonplace']);
    expect(properties.category).toEqual(['matrix', 'second']);
    expect(properties.published).toEqual([expect.stringMatching(/^2026-01-15T\d\d:01:00\.000Z$/)]);
    expect(properties.updated).toHaveLength(1);
    if (kind === 'blogmark' || kind === 'beat')
      expect(properties['bookmark-of']).toEqual([expect.stringContaining('https://example.org/')]);
    if (kind !== 'beat')
      expect(properties.content).toEqual([
        expect.objectContaining({ html: expect.any(String), value: expect.stringMatching(/\S/) }),
      ]);
  });

for (const path of ['/', '/2026/Jan/', '/2026/Jan/15/', '/tags/matrix/', '/series/matrix-series/'])
  test(`${path} is an h-feed of its posts`, async ({ request, site }) => {
    const html = await (await request.get(path)).text();
    const { items } = mf2(html, { baseUrl: site.baseUrl + path });
    const [feed, ...others] = ofType(items, 'h-feed');
    expect(others).toEqual([]);
    expect(feed?.properties.name).toEqual([expect.stringMatching(/\S/)]);
    expect(feed?.properties.author).toEqual(['Commonplace']);
    const entries = ofType(feed?.children ?? [], 'h-entry');
    const listed = entries.map((entry) => entry.properties.url?.[0]);
    const expected = worldPosts.filter((post) => isPublicState(post.state));
    expect(listed).toEqual(
      expect.arrayContaining(expected.map((post) => site.baseUrl + post.path)),
    );
    for (const entry of entries)
      expect(entry.properties, JSON.stringify(entry)).toEqual(
        expect.objectContaining({
          name: [expect.any(String)],
          url: [expect.any(String)],
          published: [expect.stringMatching(/Z$/)],
        }),
      );
  });
