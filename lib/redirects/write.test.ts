// What storing redirects comes to, in the table, for readers and for stored pages.
import { asc } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { collectTouched } from '../db/page-changes';
import { redirects } from '../db/schema';
import { createPost } from '../posts/write';
import { now } from '../testing/clock';
import { testDatabase } from '../testing/database';
import { buildPost } from '../testing/factories';
import { countRedirectHosts, listRedirects, redirectsShown } from './queries';
import { resolveMissing } from './resolve';
import { deleteRedirect, saveRedirect, saveRedirects } from './write';

const { db } = testDatabase();

beforeAll(async () => {
  await createPost(buildPost('note', { slug: 'live', tags: ['rope'] }), db(), now);
  await createPost(buildPost('note', { slug: 'draft', status: 'draft' }), db(), now);
});

beforeEach(async () => {
  await db().delete(redirects);
});

const row = (path: string, target: string, host = '') => ({ host, path, target });
const save = (path: string, target: string, over = {}) =>
  saveRedirect(row(path, target), db(), { now, ...over });
const stored = async () =>
  (await db().select().from(redirects).orderBy(asc(redirects.path))).map(
    ({ host, path, target }) => `${host}${path} ${target}`,
  );
const idOf = async (text: string) => (await listRedirects({ text }, db())).rows[0]?.id ?? 0;

describe('saving', () => {
  test('leads readers on', async () => {
    expect(await save('/old', '/2026/Jan/15/live/')).toMatchObject({ status: 'saved' });
    expect(await resolveMissing('/old/', '', now, db())).toBe('/2026/Jan/15/live/');
  });

  test('flattens chains in both directions', async () => {
    await save('/a', '/b');
    await save('/b', '/c');
    expect(await save('/c', '/d')).toMatchObject({ followers: 2 });
    await save('/z', '/a');
    expect(await stored()).toEqual(['/a /d', '/b /d', '/c /d', '/z /d']);
  });

  test('refuses circles', async () => {
    await save('/a', '/b');
    expect(await save('/b', '/a')).toMatchObject({ status: 'refused', field: 'to' });
    expect(await stored()).toEqual(['/a /b']);
  });

  test.each([
    '/2026/Jan/15/live',
    '/2026/jan/15/LIVE',
    '/2026',
    '/tags/rope',
    '/about',
    '/',
    '/dashboard/posts',
    '/sign-in',
    '/healthz',
    '/assets/x.css',
  ])('refuses %s, where a page always wins', async (path) => {
    expect(await save(path, '/x')).toMatchObject({ status: 'refused', field: 'from' });
  });

  test.each(['/2026/Jan/15/draft', '/tags/none', '/2026/Jan/16', '/anything.html', '*'])(
    'takes %s, where none is',
    async (path) => {
      expect(await save(path, 'https://example.com/')).toMatchObject({ status: 'saved' });
    },
  );

  test('takes any address of a former host', async () => {
    const input = row('/about', '/about/', 'old.example.org');
    expect(await saveRedirect(input, db(), { now })).toMatchObject({ status: 'saved' });
  });

  test('does not replace what is there, and says so', async () => {
    await save('/a', '/b');
    expect(await save('/a', '/b')).toMatchObject({ status: 'unchanged' });
    expect(await save('/a', '/c')).toMatchObject({
      status: 'refused',
      field: 'from',
      message: expect.stringContaining('/b'),
    });
  });

  test('changes a row that is named', async () => {
    await save('/a', '/b');
    const id = await idOf('/a');
    expect(await save('/a', '/c', { id })).toMatchObject({ status: 'saved' });
    expect(await idOf('/a')).toBe(id);
    expect(await save('/x', '/a', { id })).toMatchObject({ status: 'saved' });
    expect(await stored()).toEqual(['/x /a']);
    await save('/y', '/z');
    expect(await save('/y', '/c', { id })).toMatchObject({ status: 'refused' });
    expect(await save('/y', '/c', { id: 0 })).toEqual({ status: 'missing' });
  });

  test('tells whatever is stored where no page is', async () => {
    const { touched } = await collectTouched(() => save('/a', '/b'));
    expect(touched).toEqual(['redirects']);
    expect((await collectTouched(() => save('/a', '/b'))).touched).toEqual([]);
  });
});

test('many are stored one after the other, and one that is refused stops none', async () => {
  const saved = await saveRedirects(
    [row('/a', '/b'), row('/b', '/c'), row('/c', '/a'), row('/about', '/x'), row('/a', '/c')],
    db(),
    now,
  );
  expect(saved.map(({ status }) => status)).toEqual([
    'saved',
    'saved',
    'refused',
    'refused',
    'unchanged',
  ]);
  expect(await stored()).toEqual(['/a /c', '/b /c']);
});

test('two thousand in a row lead to their end at once', async () => {
  const many = Array.from({ length: 2000 }, (_, index) => row(`/p${index}`, `/p${index + 1}`));
  await saveRedirects(many, db(), now);
  expect(new Set((await stored()).map((line) => line.split(' ')[1]))).toEqual(new Set(['/p2000']));
});

test('what was deleted comes back as it was', async () => {
  await save('/a', '/b');
  const id = await idOf('/a');
  const gone = await deleteRedirect(id, db());
  expect(gone).toEqual(row('/a', '/b'));
  expect(await resolveMissing('/a/', '', now, db())).toBeNull();
  expect(await deleteRedirect(id, db())).toBeNull();
  if (gone) await saveRedirect(gone, db(), { now });
  expect(await stored()).toEqual(['/a /b']);
});

test('the list is filtered and paged', async () => {
  await saveRedirects(
    [
      ...Array.from({ length: redirectsShown }, (_, index) => row(`/p${index}`, '/there/')),
      row('/one', '/about/'),
      row('/one', 'https://example.com/Two', 'old.example.org'),
    ],
    db(),
    now,
  );
  expect(await countRedirectHosts(db())).toEqual([
    { host: '', count: redirectsShown + 1 },
    { host: 'old.example.org', count: 1 },
  ]);
  const pages = [1, 2, 3].map((page) => listRedirects({ page }, db()));
  expect((await Promise.all(pages)).map(({ rows }) => rows.length)).toEqual([redirectsShown, 2, 0]);
  expect((await listRedirects({ text: 'two' }, db())).rows).toHaveLength(1);
  expect((await listRedirects({ text: 'ONE', host: '' }, db())).rows).toHaveLength(1);
  expect((await listRedirects({ text: '%' }, db())).total).toBe(0);
});
