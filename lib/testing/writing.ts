// A site on which Anna and Ben write: for tests of what is kept of that, and of who is refused.
import { beforeAll, beforeEach } from 'vitest';
import type { FormValues } from '../actions';
import { posts, postVersions } from '../db/schema';
import type { Typist } from '../posts/autosave';
import type { EditorKnowledge } from '../posts/editing';
import { type SaveIntent, savePost } from '../posts/save';
import { createPost } from '../posts/write';
import { now } from './clock';
import { testDatabase } from './database';
import { createPerson, formOf } from './editor';
import { buildPost } from './factories';

/** A database of its own whose posts are gone before each test. Once at the top of a test file. */
export function writingWorld() {
  const { db } = testDatabase();
  const typists: Typist[] = [];

  beforeAll(async () => {
    for (const name of ['Anna', 'Ben'])
      typists.push({ personId: await createPerson(name, db()), onlyOf: null });
  });

  beforeEach(async () => {
    await db().delete(posts);
  });

  const typist = (index: number) => (): Typist => {
    const found = typists[index];
    if (found === undefined) throw new Error('Nobody writes before the tests begin.');
    return found;
  };
  const anna = typist(0);
  const ben = typist(1);
  const rows = () => db().select().from(posts);
  return {
    db,
    anna,
    ben,
    /** A real save of a form with some of its fields filled. */
    save: (
      intent: SaveIntent,
      given: FormValues,
      editor: EditorKnowledge,
      { by = anna(), at = now } = {},
    ) => savePost({ ...editor, intent, values: formOf(given, editor.kind) }, by, db(), at),
    rows,
    /** The only post. */
    only: async () => (await rows())[0],
    /** Why which version was kept, as `1 published`. */
    reasons: async () =>
      (await db().select().from(postVersions).orderBy(postVersions.version)).map(
        ({ version, reason }) => `${version} ${reason}`,
      ),
    /** @returns the id of a note that is public */
    publicNote: async (over = {}) =>
      (await createPost(buildPost('note', { slug: 'kept', body: 'First.', ...over }), db(), now))
        .id,
  };
}
