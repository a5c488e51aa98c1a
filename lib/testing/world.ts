// A small world for tests of whole pages: each kind in each state, and enough besides for a second
// page. Every post carries a word that nothing else has.
import { eq } from 'drizzle-orm';
import type { Database } from '../db/client';
import { postEdits, posts, redirects, series, tagFormerNames } from '../db/schema';
import { readValues } from '../posts/editable';
import type { PostInput } from '../posts/input';
import { type PostKind, postKinds } from '../posts/kinds';
import { createPost } from '../posts/write';
import { ensureTags } from '../tags/write';
import { buildPost } from './factories';

/** Published; a draft; of next century; in the bin; due, but not yet turned by a scheduler. */
export const states = ['live', 'draft', 'scheduled', 'binned', 'due'] as const;
export type State = (typeof states)[number];

export const isPublicState = (state: State) => state === 'live' || state === 'due';

export type WorldPost = {
  kind: PostKind;
  state: State;
  slug: string;
  marker: string;
  path: string;
};

const minute = { live: 1, draft: 2, scheduled: 3, binned: 4, due: 5 } as const;
const past = (state: State, index: number) =>
  new Date(Date.UTC(2026, 0, 15, 9 + index, minute[state]));
const nextCentury = new Date('2126-01-15T09:00:00Z');

/** The posts of the world, known before they are made. */
export const worldPosts: WorldPost[] = postKinds.flatMap((kind) =>
  states.map((state) => ({
    kind,
    state,
    slug: `${state}-${kind}`,
    marker: `zq${state}${kind}`,
    path:
      state === 'scheduled' ? `/2126/Jan/15/${state}-${kind}/` : `/2026/Jan/15/${state}-${kind}/`,
  })),
);

export const matrixTag = 'matrix';
export const otherTag = 'second';
export const matrixSeries = 'matrix-series';
export const fillerCount = 40;

/** Makes the world in a fresh database. */
export async function createWorld(db: Database): Promise<void> {
  const [row] = await db
    .insert(series)
    .values({
      slug: matrixSeries,
      title: 'A series of every kind',
      summaryHtml: '<p>All in one.</p>',
    })
    .returning({ id: series.id });
  for (let index = 0; index < fillerCount; index += 1)
    await createPost(
      buildPost('note', {
        slug: `filler-${index}`,
        body: `Filler number ${index}.`,
        publishedAt: new Date(Date.UTC(2025, 11, 1 + (index % 28), 8, index)),
        tags: ['filler'],
      }),
      db,
    );
  for (const [index, post] of worldPosts.entries())
    await createWorldPost(post, index, row?.id ?? null, db);
  await addAddresses(db);
}

async function createWorldPost(
  { kind, state, slug, marker }: WorldPost,
  index: number,
  seriesId: number | null,
  db: Database,
) {
  const common = {
    slug,
    seriesId,
    tags: [matrixTag, otherTag],
    status: state === 'draft' ? ('draft' as const) : ('published' as const),
    publishedAt: state === 'scheduled' ? nextCentury : past(state, index % 12),
  };
  const { id } = await createPost(inputOf(kind, marker, common), db);
  if (state === 'binned')
    await db.update(posts).set({ deletedAt: new Date() }).where(eq(posts.id, id));
  if (state === 'due') await db.update(posts).set({ status: 'scheduled' }).where(eq(posts.id, id));
  if (state !== 'due') await typeInto(id, state, db);
}

/** What somebody has typed into the world's posts and not saved; no reader may meet it. */
export const unsavedMarker = 'zqunsaved';

/** The secret in the address of the preview of the posts of a state and kind. */
export const previewKeyOf = (kind: PostKind, state: State) => `${state}-${kind}`.padEnd(22, '_');

/** Gives a post a working copy and a secret link. */
async function typeInto(postId: number, state: State, db: Database): Promise<void> {
  const [row] = await db.select().from(posts).where(eq(posts.id, postId));
  if (row === undefined) throw new Error(`Post ${postId} of the world is not there.`);
  const values = await readValues(row, 'UTC', db);
  await db.insert(postEdits).values({
    postId,
    baseVersion: row.version,
    editor: '00000000-0000-4000-8000-000000000001',
    sequence: 1,
    values: { ...values, body: `${values.body ?? ''}\n\nMore ${unsavedMarker}.` },
  });
  await db
    .update(posts)
    .set({ previewKey: previewKeyOf(row.kind, state) })
    .where(eq(posts.id, postId));
}

type Common = Pick<PostInput, 'slug' | 'seriesId' | 'tags' | 'status' | 'publishedAt'>;

function inputOf(kind: PostKind, marker: string, common: Common): PostInput {
  switch (kind) {
    case 'entry':
      return {
        ...buildPost('entry'),
        title: `Entry ${marker}`,
        body: `First ${marker}.\n\nMore of it.`,
        ...common,
      };
    case 'blogmark':
      return { ...buildPost('blogmark'), linkTitle: `Link ${marker}`, ...common };
    case 'quotation':
      return {
        ...buildPost('quotation'),
        body: `Words ${marker}.`,
        source: `Source ${marker}`,
        ...common,
      };
    case 'note':
      return { ...buildPost('note'), title: `Note ${marker}`, body: `Note ${marker}.`, ...common };
    case 'beat':
      return { ...buildPost('beat'), title: `Beat ${marker}`, ...common };
  }
}

export const formerHost = 'old.example.org';

/** Redirect rows and former names. */
async function addAddresses(db: Database): Promise<void> {
  const ids = await ensureTags([matrixTag, 'unused'], db);
  await db.insert(tagFormerNames).values([
    { name: 'oldmatrix', tagId: ids.get(matrixTag) ?? 0 },
    { name: 'c++', tagId: ids.get(matrixTag) ?? 0 },
  ]);
  await db.insert(redirects).values([
    { path: '/moved', target: '/2026/Jan/15/live-entry/' },
    { path: '/2026/Jan/15/moved', target: '/2026/Jan/15/live-note/' },
    { path: '/tags/renamed', target: '/tags/oldmatrix/' },
    { path: '/elsewhere-entirely', target: 'https://example.com/there/' },
    { path: '/2026/Jan/15/live-note', target: '/about/' },
    { host: formerHost, path: '/post/1', target: '/2026/Jan/15/live-entry/' },
    { host: formerHost, path: '*', target: 'https://example.com/archive/' },
    { host: 'www.old.example.org', path: '*', target: '/' },
  ]);
}
