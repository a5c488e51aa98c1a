// What keeps time where no process runs: the route that a cron job asks.
import { afterAll, expect, test, vi } from 'vitest';
import { searchWordQueue } from '@/lib/db/schema';
import { createPost } from '@/lib/posts/write';
import { actionWorld } from '@/lib/testing/actions';
import { buildPost } from '@/lib/testing/factories';
import { GET } from './route';

// Before anything is imported that asks for a variable: they are read once.
const secret = vi.hoisted(() => {
  const known = 'the-secret-of-a-cron-job';
  vi.stubEnv('CRON_SECRET', known);
  return known;
});
afterAll(() => {
  vi.unstubAllEnvs();
});
const { db, within } = actionWorld();

const ask = (authorization: string) =>
  within('anonymous', () =>
    GET(new Request('http://localhost/api/publish-due/', { headers: { authorization } })),
  );

test('search learns the words of new posts; without the secret nothing is done', async () => {
  await createPost({ ...buildPost('note', { slug: 'new-words' }), status: 'published' }, db());
  const waiting = () => db().$count(searchWordQueue);
  expect(await waiting()).toBe(1);
  expect((await ask('Bearer another')).status).toBe(401);
  expect(await waiting()).toBe(1);
  const answer = await ask(`Bearer ${secret}`);
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({ published: [] });
  expect(await waiting()).toBe(0);
});
