// Drafts leak nowhere: each kind in each state against every page.

import { machineSurfaces, surfaces } from '../../lib/testing/surfaces';
import { isPublicState, unsavedMarker, worldPosts } from '../../lib/testing/world';
import { expect, test } from '../fixtures';

test.use({ apart: 'untouched' });

for (const surface of [...surfaces, ...machineSurfaces])
  test(`${surface.name} shows what is public and nothing else`, async ({ request }) => {
    const html = await (await request.get(surface.path)).text();
    const shown = worldPosts.filter(
      (post) => html.includes(post.marker) || html.includes(post.path),
    );
    expect(shown.filter((post) => !isPublicState(post.state))).toEqual([]);
    const expected = worldPosts.filter(
      (post) => isPublicState(post.state) && surface.shows(post) === 'yes',
    );
    expect(expected.filter((post) => !shown.includes(post))).toEqual([]);
    const unexpected = shown.filter((post) => surface.shows(post) === 'no');
    expect(unexpected).toEqual([]);
    expect(html).not.toContain(unsavedMarker);
  });

for (const post of worldPosts)
  test(`${post.path} is ${isPublicState(post.state) ? 'there' : 'not there'}`, async ({
    request,
  }) => {
    const response = await request.get(post.path);
    expect(response.status()).toBe(isPublicState(post.state) ? 200 : 404);
    const html = await response.text();
    expect(html.includes(post.marker)).toBe(isPublicState(post.state));
    expect(html).not.toContain(unsavedMarker);
  });

test('counts leave out what is not public', async ({ request }) => {
  const text = async (path: string) =>
    (await (await request.get(path)).text()).replace(/<[^>]+>/g, '');
  const publicPosts = worldPosts.filter((post) => isPublicState(post.state)).length;
  expect(await text('/tags/matrix/')).toContain(`${publicPosts} posts tagged “matrix”`);
  expect(await text('/tags/')).toContain(`matrix ${publicPosts}`);
  expect(await text('/2026/Jan/')).toContain(
    `${publicPosts} posts: 2 entries, 2 links, 2 quotations, 2 notes, 2 beats`,
  );
  expect(await text('/2026/')).toContain(`${publicPosts} posts:`);
  expect(await text('/entries/')).toContain('2 entries');
  expect(await text('/')).toContain(`matrix ${publicPosts}`);
});

test('a tag that only hidden posts use is not there', async ({ request }) => {
  expect((await request.get('/tags/unused/')).status()).toBe(404);
  expect(await (await request.get('/tags/')).text()).not.toContain('unused');
});
