// An import of the seed blog's format: what arrives, what is reported, and that running it again
// changes nothing.
import { asc, eq } from 'drizzle-orm';
import { afterEach, describe, expect, test } from 'vitest';
import { posts, postTags, series, tags } from '../db/schema';
import { getPost } from '../posts/page-queries';
import { resolveFormerHost, resolveMissing } from '../redirects/resolve';
import { addSamplePosts } from '../samples/add';
import { getSettings } from '../settings/queries';
import { saveSettings } from '../settings/write';
import { testDatabase } from '../testing/database';
import { dumpFolder, emptyImported } from '../testing/imports';
import { type Dump, smallDump } from '../testing/seed-dump';

const { db } = testDatabase();
const dumps = dumpFolder();

afterEach(() => emptyImported(db()));

const importDump = (dump: Dump, oldHosts: string[] = []) => dumps.run(dump, oldHosts, db());

const slugs = async () =>
  (await db().select({ slug: posts.slug }).from(posts).orderBy(asc(posts.slug))).map(
    (row) => row.slug,
  );

describe('what arrives', () => {
  test('posts of every kind, with the days of their old addresses', async () => {
    await importDump(smallDump());
    expect(await slugs()).toEqual([
      'a-note',
      'clash',
      'clash-2',
      'knots',
      'late',
      'marked',
      'odd',
      'thing-1-0',
      'words',
    ]);
    const late = await getPost('2004-05-07', 'late', undefined, db());
    expect(late?.publishedAt.toISOString()).toBe('2004-05-07T02:59:59.000Z');
    const [knots] = await db().select().from(posts).where(eq(posts.slug, 'knots'));
    expect(knots).toMatchObject({
      kind: 'entry',
      number: 11,
      bodyFormat: 'html',
      importRef: 'seed:simonwillison.net:entry:11',
      feedId: 'https://simonwillison.net/2004/May/6/knots/',
      status: 'published',
      version: 1,
    });
    expect(knots?.body).toContain('<script>');
    expect(knots?.html).not.toContain('script');
    const [beat] = await db().select().from(posts).where(eq(posts.slug, 'thing-1-0'));
    expect(beat?.metadata).toEqual({ sourceRef: 'release:thing:1.0' });
  });

  test('the formats of commentary', async () => {
    await importDump(smallDump());
    const [plain] = await db().select().from(posts).where(eq(posts.linkTitle, 'The link'));
    expect(plain?.html.replace(/\s+/g, '')).toBe('<p>Plain&amp;simple</p><p>Two.</p>');
    const [marked] = await db().select().from(posts).where(eq(posts.slug, 'marked'));
    expect(marked?.html).toBe('<p><em>Marked</em> down</p>');
  });

  test('tags in the order of attaching, merged where case alone tells them apart', async () => {
    await importDump(smallDump());
    const attached = await db()
      .select({ slug: tags.slug })
      .from(postTags)
      .innerJoin(tags, eq(tags.id, postTags.tagId))
      .innerJoin(posts, eq(posts.id, postTags.postId))
      .where(eq(posts.slug, 'knots'))
      .orderBy(asc(postTags.position));
    expect(attached.map((tag) => tag.slug)).toEqual(['diy', 'rope']);
    const all = await db().select().from(tags).orderBy(asc(tags.slug));
    expect(all.map((tag) => [tag.slug, tag.publishedCount])).toEqual([
      ['diy', 1],
      ['relived', 1],
      ['rope', 2],
      ['unused', 0],
    ]);
    expect(all[0]?.descriptionHtml).toBe('<p>Do it <em>yourself</em>.</p>');
  });

  test('of two posts with one address, the one that was served keeps it', async () => {
    const report = await importDump(smallDump());
    expect((await getPost('2004-05-08', 'clash', undefined, db()))?.kind).toBe('blogmark');
    expect((await getPost('2004-05-08', 'clash-2', undefined, db()))?.kind).toBe('entry');
    expect(report.lines()).toContain(
      'The address of entry 13 /2004/May/8/clash/ was taken; it is now /2004/May/8/clash-2/',
    );
  });

  test('series, and the posts in them', async () => {
    await importDump(smallDump());
    const [one] = await db().select().from(series);
    expect(one).toMatchObject({
      slug: 'old-series',
      summaryHtml: '<p>With <em>emphasis</em>.</p>',
    });
    const [knots] = await db().select().from(posts).where(eq(posts.slug, 'knots'));
    expect(knots?.seriesId).toBe(one?.id);
  });
});

describe('--old-host', () => {
  test('makes links and redirects of that host this site’s own', async () => {
    await importDump(smallDump(), ['old.example.org']);
    const [knots] = await db().select().from(posts).where(eq(posts.slug, 'knots'));
    expect(knots?.html).toContain('href="/2004/May/5/rope/"');
    const [link] = await db().select().from(posts).where(eq(posts.linkTitle, 'The link'));
    expect(link?.linkUrl).toBe('/2004/May/6/knots/');
    expect(await resolveMissing('/first', '', undefined, db())).toBe('/2004/May/6/knots/');
    expect(await resolveMissing('/second/', '', undefined, db())).toBe('/2004/May/6/knots/');
    expect(
      await resolveFormerHost('www.old.example.org', '/2004/may/6/knots', '?a=1', undefined, db()),
    ).toBe('/2004/May/6/knots/?a=1');
    expect((await getSettings(db())).ownHosts).toEqual(['old.example.org']);
    await importDump(smallDump(), []);
    expect((await getSettings(db())).ownHosts).toEqual(['old.example.org']);
  });

  test('without it, rows stay bound to their host and links as they are', async () => {
    await saveSettings({ ownHosts: [] }, db());
    await importDump(smallDump());
    expect(await resolveMissing('/first', '', undefined, db())).toBeNull();
    const [knots] = await db().select().from(posts).where(eq(posts.slug, 'knots'));
    expect(knots?.html).toContain('href="https://old.example.org/2004/May/5/rope/"');
  });
});

describe('what is reported', () => {
  test('each row that was not taken, with the reason', async () => {
    const report = await importDump(smallDump(), ['old.example.org']);
    expect(report.lines()).toEqual(
      expect.arrayContaining([
        'The tag “DIY” was merged into “diy”.',
        expect.stringMatching(/^Not taken: blogmark 23 .*linkUrl must be an address/),
        'Not taken: note tagging 99 “rope”: there is no note 99',
        'Removed from entry 11 /2004/May/6/knots/: <script>',
        expect.stringMatching(
          /^Not taken: redirect \/(round|about-face): it leads back to itself$/,
        ),
        '2 guide chapters are not yet supported and were left out.',
      ]),
    );
    expect(report.counts().find((row) => row.what === 'links')).toMatchObject({
      created: 2,
      rejected: 1,
    });
  });

  test('what this database refuses costs one post, not its batch', async () => {
    const dump = smallDump();
    // Passes every check of ours, but Postgres keeps no NUL.
    const nul = 'Not\0hing.';
    dump.blog_note?.rows.push([
      42,
      '2025-01-03T00:00:00+00:00',
      'nul',
      '{}',
      null,
      null,
      0,
      null,
      nul,
      null,
    ]);
    const report = await importDump(dump);
    expect(await slugs()).toContain('a-note');
    expect(report.counts().find((row) => row.what === 'notes')).toMatchObject({
      created: 1,
      rejected: 1,
    });
    expect(report.lines().join('\n')).toMatch(/Not taken: note 42 .*: invalid byte sequence/);
  });
});

test('the samples of a new site make room, edited ones stay', async () => {
  await addSamplePosts(db());
  await db().update(posts).set({ version: 2 }).where(eq(posts.slug, 'frost'));
  await importDump(smallDump());
  expect(await slugs()).toEqual([
    'a-note',
    'clash',
    'clash-2',
    'frost',
    'knots',
    'late',
    'marked',
    'odd',
    'thing-1-0',
    'words',
  ]);
  const left = (await db().select({ slug: tags.slug }).from(tags)).map((tag) => tag.slug).sort();
  expect(left).toEqual(['diy', 'relived', 'rope', 'unused', 'winter']);
});
