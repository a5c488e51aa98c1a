// Running an import again: nothing changes but what has changed at the source.
import { asc, eq } from 'drizzle-orm';
import { afterEach, describe, expect, test } from 'vitest';
import { cacheInvalidations, posts } from '../db/schema';
import { autosave } from '../posts/autosave';
import { getEditorState } from '../posts/editor-state';
import { getPost } from '../posts/page-queries';
import { savePost } from '../posts/save';
import { listVersions } from '../posts/version-queries';
import { resolveMissing } from '../redirects/resolve';
import { testDatabase } from '../testing/database';
import { createPerson, openEditor } from '../testing/editor';
import { dumpFolder, emptyImported } from '../testing/imports';
import { type Dump, smallDump } from '../testing/seed-dump';
import { runImport } from './run';

const { db } = testDatabase();
const dumps = dumpFolder();

afterEach(() => emptyImported(db()));

const importDump = (dump: Dump, oldHosts: string[] = []) => dumps.run(dump, oldHosts, db());

const slugs = async () =>
  (await db().select({ slug: posts.slug }).from(posts).orderBy(asc(posts.slug))).map(
    (row) => row.slug,
  );

describe('another run', () => {
  const invalidations = () => db().select().from(cacheInvalidations);

  test('changes nothing', async () => {
    await importDump(smallDump(), ['old.example.org']);
    const before = await db().select().from(posts).orderBy(asc(posts.id));
    const expired = await invalidations();
    const report = await importDump(smallDump(), ['old.example.org']);
    expect(report.hasChanges).toBe(false);
    expect(await db().select().from(posts).orderBy(asc(posts.id))).toEqual(before);
    expect(await invalidations()).toEqual(expired);
  });

  test('takes over what has changed at the source, and the old address still leads there', async () => {
    await importDump(smallDump());
    const dump = smallDump();
    const row = dump.blog_quotation?.rows[0] ?? [];
    row[2] = 'new-words';
    row[8] = 'Other words';
    const report = await importDump(dump);
    expect(report.counts().find((one) => one.what === 'quotations')).toMatchObject({ updated: 1 });
    expect((await getPost('2005-01-02', 'new-words', undefined, db()))?.html).toBe(
      '<p>Other words</p>',
    );
    expect(await resolveMissing('/2005/Jan/2/words/', '', undefined, db())).toBe(
      '/2005/Jan/2/new-words/',
    );
  });

  test('leaves alone what was edited here', async () => {
    await importDump(smallDump());
    await db().update(posts).set({ version: 2, title: 'Mine now' }).where(eq(posts.slug, 'knots'));
    const dump = smallDump();
    const row = dump.blog_entry?.rows[0] ?? [];
    row[8] = 'Theirs';
    const report = await importDump(dump);
    const [knots] = await db().select().from(posts).where(eq(posts.slug, 'knots'));
    expect(knots?.title).toBe('Mine now');
    expect(report.lines().join('\n')).toContain('was edited here: left as it is here');
  });

  const changed = (title: string) => {
    const dump = smallDump();
    const row = dump.blog_entry?.rows[0] ?? [];
    row[8] = title;
    return dump;
  };

  test('takes over one change after the other, and keeps what was there before', async () => {
    await importDump(smallDump());
    for (const title of ['Theirs', 'Theirs, later']) {
      const report = await importDump(changed(title));
      expect(report.counts().find((one) => one.what === 'entries')).toMatchObject({ updated: 1 });
    }
    const [knots] = await db().select().from(posts).where(eq(posts.slug, 'knots'));
    expect(knots).toMatchObject({ title: 'Theirs, later', version: 3 });
    const versions = await listVersions(knots?.id ?? 0, db());
    expect(versions.map(({ version, reason }) => [version, reason])).toEqual([
      [3, 'imported'],
      [2, 'imported'],
      [1, 'first'],
    ]);
  });

  test('is told to who types meanwhile, and is not overwritten by them', async () => {
    await importDump(smallDump());
    const [knots] = await db().select().from(posts).where(eq(posts.slug, 'knots'));
    const state = await getEditorState(knots?.id ?? 0, undefined, db());
    const values = { ...state?.values, title: 'Mine' };
    const known = openEditor({ postId: knots?.id, kind: 'entry', baseVersion: state?.version });
    const typist = { personId: await createPerson('typist', db()), onlyOf: null };
    expect(await autosave({ ...known, sequence: 1, values }, typist, db())).toMatchObject({
      status: 'saved',
    });
    await importDump(changed('Theirs'));
    const saved = await savePost({ ...known, values, intent: 'update' }, typist, db());
    expect(saved).toMatchObject({ status: 'conflict', theirs: { title: 'Theirs' } });
    expect(
      await autosave(
        { ...known, sequence: 2, values: { ...values, title: 'Mine!' } },
        typist,
        db(),
      ),
    ).toMatchObject({ status: 'conflict', theirs: { title: 'Theirs' } });
    const [after] = await db().select().from(posts).where(eq(posts.slug, 'knots'));
    expect(after?.title).toBe('Theirs');
  });

  test('goes on where an interrupted one stopped', async () => {
    const { source, folder } = await dumps.write(smallDump());
    const broken = async function* () {
      for await (const record of source.read(folder)) {
        if (record.type === 'post' && record.input.kind === 'note')
          throw new Error('pulled the plug');
        yield record;
      }
    };
    const interrupted = runImport(broken(), { oldHosts: [], onProgress: () => {} }, db());
    await expect(interrupted).rejects.toThrow('pulled the plug');
    const report = await importDump(smallDump());
    expect(report.counts().find((row) => row.what === 'entries')).toMatchObject({
      created: 0,
      unchanged: 3,
    });
    expect(await slugs()).toHaveLength(9);
  });
});
