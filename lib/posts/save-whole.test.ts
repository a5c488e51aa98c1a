// A save of which a part fails leaves nothing of itself behind, whichever part it is.
import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { posts, postTags } from '../db/schema';
import { now } from '../testing/clock';
import { testDatabase } from '../testing/database';
import { createPerson, formOf, openStored } from '../testing/editor';
import { buildPost } from '../testing/factories';
import { autosave, type Typist } from './autosave';
import { savePost } from './save';
import { createPost } from './write';

const { db } = testDatabase();
let by: Typist;

beforeAll(async () => {
  by = { personId: await createPerson('Anna', db()), onlyOf: null };
});

const writes = [
  'update on posts',
  'insert on post_former_addresses',
  'delete on post_tags',
  'insert on post_tags',
  'insert on tags',
  'delete on post_edits',
  'insert on post_versions',
];

test.each(writes)('a save in which the %s fails', async (write) => {
  const note = buildPost('note', { body: 'First.', tags: ['one'] });
  const { id: postId } = await createPost(note, db(), now);
  const open = async () => (await openStored(postId, db())).editor;
  const typed = formOf({ body: 'Typed.' }, 'note');
  await autosave({ ...(await open()), sequence: 1, values: typed }, by, db(), now);
  const stored = () => Promise.all([db().select().from(posts), db().select().from(postTags)]);
  const before = await stored();
  await db().execute(sql`create or replace function refuse() returns trigger language plpgsql as
    $$ begin raise exception 'refused'; end $$`);
  await db().execute(sql.raw(`create trigger refusing before ${write} execute function refuse()`));
  try {
    const values = formOf({ body: 'Second.', slug: 'moved', tags: 'one\ntwo' }, 'note');
    const save = savePost({ ...(await open()), intent: 'update', values }, by, db(), now);
    await expect(save).rejects.toThrow();
    // Whatever had been on its way behind it would have come by now.
    for (let turn = 0; turn < 20; turn += 1) await db().execute(sql`select`);
    expect(await stored()).toEqual(before);
  } finally {
    await db().execute(sql.raw(`drop trigger refusing on ${write.split(' ').at(-1)}`));
    await db().delete(posts);
  }
});
