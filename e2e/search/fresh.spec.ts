// A search that is stored already shows what has been published and withdrawn since.
import { withPool } from '../../lib/commands/command-database';
import { binPost, restorePost } from '../../lib/posts/change';
import { buildPost } from '../../lib/testing/factories';
import { expect, test } from '../fixtures';
import { addPosts, ownWord } from '../posts';

test('what goes and what comes is seen at the next request', async ({ request, site }) => {
  test.skip(site.pageCache === 'platform', 'The platform does not hear of what commands do.');
  const word = ownWord();
  const [id = 0] = await addPosts(site, [
    buildPost('note', { body: `Seen ${word}.`, slug: `${word}-note` }),
  ]);
  const path = `/search/?q=${word}`;
  const isFound = async () => (await (await request.get(path)).text()).includes(`${word}-note/`);
  expect(await isFound()).toBe(true);
  expect((await request.get(path)).headers()['x-nextjs-cache']).toBe('HIT');
  await withPool(site.databaseUrl, ({ database }) => binPost(id, database));
  expect(await isFound()).toBe(false);
  await withPool(site.databaseUrl, ({ database }) => restorePost(id, database));
  expect(await isFound()).toBe(true);
});
