// Whose files the actions of the library touch.
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { idle } from '../actions';
import { media } from '../db/schema';
import { actionWorld, callers } from '../testing/actions';
import * as actions from './actions';

const world = actionWorld();

beforeEach(async () => {
  await world.db().delete(media);
});

/** A picture of an owner. */
async function ownersFile(deletedAt: Date | null): Promise<number> {
  const [file] = await world
    .db()
    .insert(media)
    .values({
      name: 'a.png',
      originalName: 'a.png',
      hash: 'a'.repeat(64),
      key: '2026/01/a.png',
      type: 'image/png',
      size: 1,
      servedSize: 1,
      alt: 'As it was',
      uploaderId: world.personId('owner'),
      deletedAt,
    })
    .returning({ id: media.id });
  return file?.id ?? 0;
}

const read = async (id: number) =>
  (await world.db().select().from(media).where(eq(media.id, id)))[0];

/** Whatever an action may ask for. */
function formOn(id: number, change: string): FormData {
  const form = new FormData();
  for (const name of ['mediaId', 'ids']) form.set(name, `${id}`);
  form.set('alt', 'Something else');
  form.set('change', change);
  return form;
}

const states = [
  { state: 'in the library', deletedAt: null },
  { state: 'in the bin', deletedAt: new Date('2026-01-01T00:00:00Z') },
];
const others = callers.filter((caller) => caller !== 'owner');

describe.each(Object.entries(actions))('%s', (_, action) => {
  test.each(states)('leaves a file $state as it is for whom it is not', async ({ deletedAt }) => {
    const id = await ownersFile(deletedAt);
    const before = await read(id);
    for (const caller of others)
      for (const change of ['bin', 'restore', 'delete'])
        await world.within(caller, () => action(idle, formOn(id, change)));
    expect(await read(id)).toEqual(before);
  });
});

test('an owner changes what anybody has uploaded', async () => {
  const id = await ownersFile(null);
  await world.within('owner', () => actions.describe(idle, formOn(id, '')));
  expect(await read(id)).toMatchObject({ alt: 'Something else' });
});
