// What a change touches is fresh on every server when the write returns, and the rest stays stored.
// The oracle is the site itself: after a change every page as served must be what it is when
// everything is rendered anew.
import type { Database } from '../../lib/db/client';
import { series } from '../../lib/db/schema';
import {
  binPost,
  publishPost,
  restorePost,
  unpublishPost,
  updatePost,
} from '../../lib/posts/change';
import { createPost } from '../../lib/posts/write';
import { saveRedirect } from '../../lib/redirects/write';
import { moveToSeries, updateSeries } from '../../lib/series/write';
import { saveSettings } from '../../lib/settings/write';
import { buildPost } from '../../lib/testing/factories';
import { ask } from './crawl';
import { expect, type Pair, test } from './pair';
import { proveFreshness } from './prove-freshness';

const at = (instant: string) => new Date(instant);
const day = (name: string) => `/2026/Jan/${name}/`;

type Case = {
  name: string;
  /** What is there before; its id is given to the change. */
  post?: Parameters<typeof createPost>[0];
  change: (pair: Pair, id: number) => Promise<unknown>;
  /** Pages that nothing links before or after. */
  also?: string[];
  /** Pages that stay stored. */
  untouched: string[];
};

// The samples have posts from the 27th to the 30th of January 2026.
const entry = buildPost('entry', {
  slug: 'changing',
  title: 'Changing',
  body: 'As it was.',
  tags: ['changes', 'before'],
  publishedAt: at('2026-01-28T08:00:00Z'),
});
const draft = { ...entry, slug: 'a-draft', status: 'draft' as const };

const cases: Case[] = [
  {
    name: 'publishing a link post on a day that has others',
    change: ({ db }) =>
      createPost(
        buildPost('blogmark', { tags: ['changes'], publishedAt: at('2026-01-29T07:00:00Z') }),
        db,
      ),
    also: ['/tags/changes/', '/json/entries/', '/rss/notes/'],
    untouched: [
      '/json/entries/',
      '/rss/notes/',
      '/entries/',
      '/notes/',
      '/elsewhere/',
      '/series/',
      '/about/',
    ],
  },
  {
    name: 'publishing where a 404 was stored',
    change: ({ db }) =>
      createPost(
        buildPost('note', { slug: 'was-missing', publishedAt: at('2026-01-27T23:00:00Z') }),
        db,
      ),
    also: [day('27/was-missing'), '/2026/Jan/27/was-missing.json', '/2026/Jan/27/was-missing.md'],
    untouched: ['/tags/', '/entries/', '/blogmarks/', '/about/'],
  },
  {
    name: 'the first post of a year',
    change: ({ db }) =>
      createPost(
        buildPost('entry', { title: 'Long ago', publishedAt: at('2019-05-04T12:00:00Z') }),
        db,
      ),
    also: ['/2019/', '/2019/May/', '/2019/May/4/', '/2019/May/3/', '/2019/May.json'],
    untouched: [],
  },
  {
    name: 'correcting the text of an entry',
    post: entry,
    change: ({ db }, id) => updatePost(id, { ...entry, body: 'As it is.' }, db),
    untouched: [day('27'), day('29'), '/2026/', '/notes/', '/series/', '/tags/', '/about/'],
  },
  {
    name: 'a new title of an entry',
    post: entry,
    change: ({ db }, id) => updatePost(id, { ...entry, title: 'Changed' }, db),
    untouched: [day('27'), day('29'), '/notes/', '/tags/', '/about/'],
  },
  {
    name: 'a new slug',
    post: entry,
    change: ({ db }, id) => updatePost(id, { ...entry, slug: 'changed-slug' }, db),
    also: [day('28/changed-slug')],
    untouched: [day('27'), day('29'), '/notes/', '/tags/'],
  },
  {
    name: 'another day',
    post: entry,
    change: ({ db }, id) =>
      updatePost(id, { ...entry, publishedAt: at('2026-02-03T08:00:00Z') }, db),
    also: ['/2026/Feb/', '/2026/Feb/3/', '/2026/Feb/3/changing/'],
    untouched: ['/notes/', '/blogmarks/', '/about/'],
  },
  {
    name: 'other tags',
    post: entry,
    change: ({ db }, id) => updatePost(id, { ...entry, tags: ['changes', 'after'] }, db),
    also: [
      '/tags/after/',
      '/tags/after+changes/',
      '/tags/before+changes/',
      '/tags/after.rss',
      '/tags/after+changes.json',
      '/tags/before+changes.atom',
    ],
    untouched: ['/notes/', '/series/', '/about/'],
  },
  {
    name: 'unpublishing',
    post: entry,
    change: ({ db }, id) => unpublishPost(id, db),
    untouched: ['/notes/', '/series/', '/about/'],
  },
  {
    name: 'binning and restoring',
    post: entry,
    change: async ({ db }, id) => {
      await binPost(id, db);
      await restorePost(id, db);
    },
    untouched: ['/notes/', '/series/', '/about/'],
  },
  {
    name: 'publishing a draft',
    post: draft,
    change: ({ db }, id) => publishPost(id, db, { at: at('2026-01-30T20:00:00Z') }),
    also: [day('30/a-draft')],
    untouched: ['/notes/', '/series/', '/about/'],
  },
  {
    name: 'saving a draft',
    post: draft,
    change: ({ db }, id) => updatePost(id, { ...draft, body: 'More.' }, db),
    untouched: ['/', '/entries/', '/tags/', day('28'), '/2026/'],
  },
  {
    name: 'a scheduled post whose time comes',
    change: async ({ db, servers }) => {
      const publishedAt = at('2026-01-29T22:00:00Z');
      // Written a day before its time, which has long passed: the servers find it due.
      const before = at('2026-01-28T22:00:00Z');
      await createPost(buildPost('note', { slug: 'scheduled', publishedAt }), db, before);
      for (const server of servers)
        await expect
          .poll(async () => (await ask(server, day('29/scheduled'))).status, { timeout: 15_000 })
          .toBe(200);
    },
    also: [day('29/scheduled')],
    untouched: ['/entries/', '/blogmarks/', '/tags/', '/series/', '/about/'],
  },
  {
    name: 'a setting',
    change: ({ db }) => saveSettings({ tagline: `Changed at ${performance.now()}` }, db),
    untouched: [],
  },
  {
    name: 'a post in a series, and the series under another name',
    post: entry,
    change: async ({ db }, id) => {
      const series = await sampleSeries(db);
      await moveToSeries([id], series, db);
      const title = `Renamed at ${performance.now()}`;
      await updateSeries(series, { title, slug: 'renamed', summary: 'Changed.' }, db);
      await moveToSeries([id], null, db);
    },
    also: ['/series/renamed/', '/series/renamed.atom'],
    untouched: [day('29'), '/notes/', '/tags/', '/about/'],
  },
  {
    name: 'a redirect where a 404 was stored',
    change: ({ db }) =>
      saveRedirect({ host: '', path: '/2026/Jan/26/gone', target: '/about/' }, db),
    also: [day('26/gone')],
    untouched: ['/', '/entries/', '/series/', '/tags/', '/about/', day('28')],
  },
];

/** The one series of the samples, whatever it is called by now. */
async function sampleSeries(db: Database): Promise<number> {
  const [row] = await db.select({ id: series.id }).from(series).limit(1);
  return row?.id ?? 0;
}

for (const { name, post, change, also = [], untouched } of cases)
  test(`${name}`, async ({ pair }) => {
    const created = post && (await createPost(post, pair.db));
    await proveFreshness(pair, {
      change: () => change(pair, created?.id ?? 0),
      also,
      untouched,
    });
    if (created) await binPost(created.id, pair.db);
  });
