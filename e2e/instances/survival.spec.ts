// What a restart, a crash, a race and an absent database do to stored pages.
import { sql } from 'drizzle-orm';
import { cacheTags } from '../../lib/cache-tags';
import { changePages } from '../../lib/db/page-changes';
import { updatePost } from '../../lib/posts/change';
import { createPost } from '../../lib/posts/write';
import { buildPost } from '../../lib/testing/factories';
import { ask } from './crawl';
import { expect, type Pair, test } from './pair';

let number = 0;

/** A published note of the test's own, stored on both servers. */
async function storedNote({ db, servers }: Pair) {
  number += 1;
  const input = buildPost('note', {
    slug: `survivor-${process.pid}-${number}`,
    body: 'Old words.',
    publishedAt: new Date('2026-01-29T12:00:00Z'),
  });
  const { id } = await createPost(input, db);
  const path = `/2026/Jan/29/${input.slug}/`;
  for (const server of servers) {
    await ask(server, path);
    expect(await ask(server, path)).toMatchObject({ status: 200, cache: 'HIT' });
  }
  return { id, path, change: (body: string) => updatePost(id, { ...input, body }, db) };
}

for (const signal of ['SIGTERM', 'SIGKILL'] as const)
  test(`a server ended by ${signal} right after a change shows no old page, and keeps the others`, async ({
    pair,
  }) => {
    const note = await storedNote(pair);
    await ask(pair.servers[0], '/about/');
    await expect
      .poll(async () => (await ask(pair.servers[0], '/about/')).cache, { intervals: [50] })
      .toBe('HIT');
    await note.change('New words.');
    await pair.restart(0, signal);
    expect((await ask(pair.servers[0], note.path)).html).toContain('New words.');
    if (signal === 'SIGTERM') expect((await ask(pair.servers[0], '/about/')).cache).toBe('HIT');
  });

test('a change made while a server is down is known when it is back', async ({ pair }) => {
  const note = await storedNote(pair);
  await pair.servers[1].stop('SIGKILL');
  await note.change('New words.');
  await pair.restart(1, 'SIGKILL');
  expect((await ask(pair.servers[1], note.path)).html).toContain('New words.');
});

test('a change made in psql by the documented function is known everywhere', async ({ pair }) => {
  const note = await storedNote(pair);
  await pair.db.transaction(async (tx) => {
    await tx.execute(sql`update posts set html = '<p>From psql.</p>' where id = ${note.id}`);
    await tx.execute(sql`select expire_cache_tags(array[${`post:${note.id}`}])`);
  });
  for (const server of pair.servers)
    await expect
      .poll(async () => (await ask(server, note.path)).html, { intervals: [10] })
      .toContain('From psql.');
});

/** Until a query waits for a lock. */
async function someoneWaits({ db }: Pair): Promise<void> {
  const count = async () => (await db.execute(sql`select from ${waiting}`)).length;
  await expect.poll(count, { intervals: [10] }).toBeGreaterThan(0);
}

const waiting = sql`pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;

test('who asks after a change never gets a render that began before it', async ({ pair }) => {
  const note = await storedNote(pair);
  const [server] = pair.servers;
  await changePages(pair.db, async (_, touch) => touch([cacheTags.post(note.id)]));
  // A render reads the post and then waits for the site's settings, which are locked.
  let early: ReturnType<typeof ask> | undefined;
  let late: ReturnType<typeof ask> | undefined;
  await pair.db.transaction(async (tx) => {
    await tx.execute(sql`lock table settings in access exclusive mode`);
    early = ask(server, note.path);
    await someoneWaits(pair);
    await changePages(pair.db, async (other, touch) => {
      await other.execute(sql`update posts set html = '<p>New words.</p>' where id = ${note.id}`);
      touch([cacheTags.post(note.id)]);
    });
    late = ask(server, note.path);
  });
  expect((await early)?.status).toBe(200);
  expect((await late)?.html).toContain('New words.');
  expect((await ask(server, note.path)).html).toContain('New words.');
});

test('a page whose connection is ended while it is made is made all the same', async ({ pair }) => {
  const note = await storedNote(pair);
  const [server] = pair.servers;
  await changePages(pair.db, async (_, touch) => touch([cacheTags.post(note.id)]));
  let answer: ReturnType<typeof ask> | undefined;
  await pair.db.transaction(async (tx) => {
    await tx.execute(sql`lock table settings in access exclusive mode`);
    answer = ask(server, note.path);
    await someoneWaits(pair);
    await pair.db.execute(sql`select pg_terminate_backend(pid) from ${waiting}`);
  });
  expect(await answer).toMatchObject({ status: 200, cache: 'MISS' });
});

/**
 * Runs work and counts how many queries of the servers read tags meanwhile, as each render of a post
 * does. Materialized: however a query's plan goes through the view, it counts once.
 */
async function countTagReads({ db }: Pair, work: () => Promise<void>): Promise<number> {
  await db.execute(sql`
    create sequence tag_reads;
    alter table tags rename to kept_tags;
    create view tags as with counted as materialized (select nextval('tag_reads'))
      select kept_tags.* from counted, kept_tags`);
  try {
    await work();
    const [row] = await db.execute<{ reads: number }>(
      sql`select case when is_called then last_value else 0 end::int as reads from tag_reads`,
    );
    return row?.reads ?? -1;
  } finally {
    await db.execute(sql`
      drop view tags;
      alter table kept_tags rename to tags;
      drop sequence tag_reads`);
  }
}

test('a thousand visitors of one page that is not stored cause one render', async ({ pair }) => {
  const note = await storedNote(pair);
  const [server] = pair.servers;
  const expire = () => changePages(pair.db, async (_, touch) => touch([cacheTags.post(note.id)]));
  // Both servers take in a new post's words by themselves, and read tags for it.
  const untaken = async () => (await pair.db.execute(sql`select from search_word_queue`)).length;
  await expect.poll(untaken, { timeout: 20_000 }).toBe(0);
  await expire();
  const ofOneRender = await countTagReads(pair, async () => {
    expect((await ask(server, note.path)).cache).toBe('MISS');
  });
  expect(ofOneRender).toBeGreaterThan(0);
  await expire();
  const ofAll = await countTagReads(pair, async () => {
    const answers = await Promise.all(Array.from({ length: 1000 }, () => ask(server, note.path)));
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]));
    expect(new Set(answers.map((answer) => answer.html)).size).toBe(1);
  });
  expect(ofAll).toBe(ofOneRender);
});

for (const [name, take] of [
  ['stopped', (pair: Pair) => pair.gate.shut()],
  ['hanging', (pair: Pair) => pair.gate.hang()],
] as const)
  test(`with Postgres ${name}, stored pages are served and others refused, until it is back`, async ({
    pair,
  }) => {
    const note = await storedNote(pair);
    const [server] = pair.servers;
    const missing = `/2026/Jan/28/not-stored-${name}/`;
    const saidBefore = server.lines.length;
    take(pair);
    try {
      await expect
        .poll(async () => (await ask(server, missing)).status, {
          intervals: [100],
          timeout: 20_000,
        })
        .toBe(503);
      const refused = await fetch(server.baseUrl + missing);
      expect(refused.headers.get('retry-after')).toBe('30');
      expect(refused.headers.get('cache-control')).toBe('no-store');
      expect(await refused.text()).toContain('Back in a moment');
      const redirect = await fetch(`${server.baseUrl}/2026/jan/28/not-stored`, {
        redirect: 'manual',
      });
      expect(redirect.status).toBe(503);
      expect(redirect.headers.get('retry-after')).toBe('30');
      for (let round = 0; round < 20; round += 1)
        expect((await ask(server, note.path)).status).toBe(200);
      // A change that the servers cannot hear of.
      await note.change('New words.');
      expect(await ask(server, note.path)).toMatchObject({ status: 200 });
    } finally {
      pair.gate.open();
    }
    await expect
      .poll(async () => (await ask(server, note.path)).html, { timeout: 20_000, intervals: [100] })
      .toContain('New words.');
    expect((await ask(server, missing)).status).toBe(404);
    // One line for each change, whose reason a failure shows.
    const said = server.lines
      .slice(saidBefore)
      .filter((line) => /the database (?:does|an)/.test(line));
    expect(said).toEqual([
      expect.stringContaining('does not answer'),
      expect.stringContaining('answers again'),
    ]);
  });
