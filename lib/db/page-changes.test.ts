// What a change of pages waits for before it returns.

import { afterEach, expect, test } from 'vitest';
import { testDatabase } from '../testing/database';
import { eventually } from '../testing/eventually';
import { announceCachesInFront, changePages } from './page-changes';
import { cacheInvalidations, cachePurges } from './schema';

const { db } = testDatabase();
const target = 'http://proxy/';

afterEach(async () => {
  announceCachesInFront([]);
  await db().delete(cachePurges);
  await db().delete(cacheInvalidations);
});

const change = () => changePages(db(), async (_, touch) => touch(['stream']));
const isRecorded = async () => expect(await db().$count(cacheInvalidations)).toBe(1);

test('a change returns when a cache in front of the site has been told', async () => {
  announceCachesInFront([target]);
  await db().insert(cachePurges).values({ target, through: 0 });
  const order: string[] = [];
  const changed = change().then(() => order.push('returned'));
  await eventually(isRecorded);
  order.push('told');
  await db().update(cachePurges).set({ through: 1_000_000 });
  await changed;
  expect(order).toEqual(['told', 'returned']);
});

test.each([
  ['does not answer in time', { target, through: 0 }],
  ['is known to fail', { target, through: 0, failingSince: new Date(), failure: 'refused' }],
  ['has never been told anything', null],
])('a cache in front that %s holds nobody up for long', async (_, row) => {
  announceCachesInFront([target]);
  if (row) await db().insert(cachePurges).values(row);
  await change();
  await isRecorded();
});
