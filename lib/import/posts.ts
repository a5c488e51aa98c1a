// Stores imported posts, a batch and a transaction at a time. Running it again changes nothing.
import { and, eq, inArray, notInArray, or, sql } from 'drizzle-orm';
import { cacheTags } from '../cache-tags';
import { expireCacheTags } from '../db/cache-invalidations';
import type { Database } from '../db/client';
import { postFormerAddresses, posts, postTags } from '../db/schema';
import { type PostFields, type PostInput, postInput } from '../posts/input';
import type { RenderPool } from '../posts/render-pool';
import type { RenderStyle } from '../posts/render-post';
import {
  attachTags,
  columnsOf,
  firstFree,
  insertPosts,
  nextNumber,
  type PreparedPost,
} from '../posts/write';
import { urls } from '../urls';
import type { SeriesIds } from './groundwork';
import { toOwnPath } from './own-links';
import type { PostRecord } from './record';
import type { ImportReport } from './report';

export const batchSize = 500;

type Known = Pick<
  typeof posts.$inferSelect,
  | 'id'
  | 'importRef'
  | 'importHash'
  | 'slug'
  | 'publishedOn'
  | 'version'
  | 'number'
  | 'firstPublishedAt'
>;

type Context = {
  style: RenderStyle;
  seriesIds: SeriesIds;
  pool: RenderPool;
  report: ImportReport;
  db: Database;
  now: Date;
};

type Checked = { record: PostRecord; fields: PostFields; known: Known | undefined };
type Prepared = { record: PostRecord; known: Known | undefined; post: PreparedPost };
type PlaceOfPost = { number: number; slug: string };

/** Stores a batch of posts: new ones are created, changed ones updated, the rest left alone. */
export async function storeBatch(batch: PostRecord[], context: Context): Promise<void> {
  const { db, report } = context;
  const known = await findKnown(batch, db);
  const checked = batch.flatMap((record) => check(record, known.get(record.ref), context));
  if (checked.length === 0) return;
  const prepared = await prepare(checked, context);
  for (const one of await storeOrReject(prepared, context)) {
    const { record, post, known } = one;
    report.countPost(post.fields.kind, known ? 'updated' : 'created');
    if (post.slug !== record.slug)
      report.remark(`The address of ${record.name} was taken; it is now ${urls.post(post)}`);
    report.removals(record.name, post.rendered.removed);
  }
}

/** Chooses places and renders. */
async function prepare(checked: Checked[], { pool, style, db }: Context): Promise<Prepared[]> {
  const places = await choosePlaces(checked, db);
  const placed = checked.map((one, index) => ({ ...one, ...(places[index] ?? one.record) }));
  const rendered = await pool.render(
    placed.map(({ fields, number, record: { publishedOn } }) => ({
      fields,
      number,
      publishedOn,
      style,
    })),
  );
  return placed.flatMap(({ record, known, fields, number, slug }, index) => {
    const one = rendered[index];
    if (one === undefined) return [];
    const { publishedOn, ref, hash } = record;
    const post = { fields, rendered: one, number, slug, publishedOn };
    return [
      {
        record,
        known,
        post: { ...post, feedId: record.feedId(slug), importRef: ref, importHash: hash },
      },
    ];
  });
}

/**
 * Stores posts in one transaction. Should the database refuse one of them, each is stored by
 * itself, and those refused go to the report.
 * @returns what was stored
 */
async function storeOrReject(prepared: Prepared[], context: Context): Promise<Prepared[]> {
  try {
    await store(prepared, context);
    return prepared;
  } catch (error) {
    const reason = refusal(error);
    if (reason === null) throw error;
    const [only] = prepared;
    if (only === undefined) return [];
    if (prepared.length === 1) {
      context.report.countPost(only.post.fields.kind, 'rejected');
      context.report.remark(`Not taken: ${only.record.name}: ${reason}`);
      return [];
    }
    const stored: Prepared[] = [];
    for (const one of prepared) stored.push(...(await storeOrReject([one], context)));
    return stored;
  }
}

async function store(prepared: Prepared[], { db, now }: Context): Promise<void> {
  await db.transaction(async (tx) => {
    const fresh = prepared.filter((one) => one.known === undefined);
    await insertPosts(
      fresh.map((one) => one.post),
      tx,
      now,
    );
    for (const { known, post } of prepared) if (known) await update(known, post, tx, now);
    await expireCacheTags([cacheTags.site], tx);
  });
}

/** Why the database refused a row (SQLSTATE classes 22 and 23); null when that is not what happened. */
function refusal(error: unknown): string | null {
  const cause = error instanceof Error ? error.cause : undefined;
  if (!(cause instanceof Error) || !('code' in cause) || !/^2[23]/.test(String(cause.code)))
    return null;
  return cause.message;
}

async function findKnown(batch: PostRecord[], db: Database): Promise<Map<string | null, Known>> {
  const rows = await db
    .select({
      id: posts.id,
      importRef: posts.importRef,
      importHash: posts.importHash,
      slug: posts.slug,
      publishedOn: posts.publishedOn,
      version: posts.version,
      number: posts.number,
      firstPublishedAt: posts.firstPublishedAt,
    })
    .from(posts)
    .where(
      inArray(
        posts.importRef,
        batch.map((record) => record.ref),
      ),
    );
  return new Map(rows.map((row) => [row.importRef, row]));
}

/** The record if it is to be written; what is wrong with it or unchanged goes to the report. */
function check(
  record: PostRecord,
  known: Known | undefined,
  { style, seriesIds, report }: Context,
): Checked[] {
  const { kind } = record.input;
  if (known?.importHash === record.hash) {
    report.countPost(kind, 'unchanged');
    return [];
  }
  if (known && known.version > 1) {
    report.countPost(kind, 'unchanged');
    report.remark(
      `${record.name} has changed at its source and was edited here: left as it is here.`,
    );
    return [];
  }
  const seriesId = record.seriesRef === null ? null : (seriesIds.get(record.seriesRef) ?? null);
  const parsed = postInput.safeParse({ ...withOwnLinks(record.input, style.ownHosts), seriesId });
  if (parsed.success) return [{ record, fields: parsed.data, known }];
  const issue = parsed.error.issues[0];
  report.countPost(kind, 'rejected');
  report.remark(`Not taken: ${record.name}: ${issue?.path.join('.')} ${issue?.message}`);
  return [];
}

function withOwnLinks(input: PostInput, ownHosts: string[]): PostInput {
  const own = <Value extends string | null | undefined>(address: Value) =>
    typeof address === 'string' ? toOwnPath(address, ownHosts) : address;
  const withCard = { ...input, cardImage: own(input.cardImage) };
  switch (withCard.kind) {
    case 'blogmark':
      return {
        ...withCard,
        linkUrl: toOwnPath(withCard.linkUrl, ownHosts),
        viaUrl: own(withCard.viaUrl),
      };
    case 'quotation':
      return { ...withCard, sourceUrl: own(withCard.sourceUrl) };
    case 'beat':
      return {
        ...withCard,
        linkUrl: toOwnPath(withCard.linkUrl, ownHosts),
        imageUrl: own(withCard.imageUrl),
      };
    default:
      return withCard;
  }
}

/** Short id and slug of each post: the source's own, where nobody else has them. */
async function choosePlaces(checked: Checked[], db: Database): Promise<PlaceOfPost[]> {
  const own = checked.flatMap(({ known }) => known?.id ?? []);
  const notOwn = own.length > 0 ? notInArray(posts.id, own) : undefined;
  const days = [...new Set(checked.map(({ record }) => record.publishedOn))];
  const numbers = checked.map(({ record }) => record.number);
  const kind = checked[0]?.fields.kind;
  const taken = await db
    .select({
      kind: posts.kind,
      number: posts.number,
      day: posts.publishedOn,
      slug: sql<string>`lower(${posts.slug})`,
    })
    .from(posts)
    .where(
      and(
        or(
          inArray(posts.publishedOn, days),
          and(kind ? eq(posts.kind, kind) : undefined, inArray(posts.number, numbers)),
        ),
        notOwn,
      ),
    );
  const takenNumbers = new Set(taken.filter((row) => row.kind === kind).map((row) => row.number));
  const slugsOf = new Map<string, Set<string>>();
  for (const { day, slug } of taken) if (day !== null) slugsOn(day, slugsOf).add(slug);
  let spare = kind === undefined ? 0 : await nextNumber(kind, db);
  return checked.map(({ record, known }) => {
    const slugs = slugsOn(record.publishedOn, slugsOf);
    // A post that got `-2` when it came keeps it.
    const kept =
      known?.publishedOn === record.publishedOn && isFormOf(known.slug, record.slug)
        ? known.slug
        : null;
    const slug = kept ?? firstFree(record.slug, slugs);
    slugs.add(slug.toLowerCase());
    if (known) return { number: known.number, slug };
    if (!takenNumbers.has(record.number)) return { number: record.number, slug };
    spare = Math.max(spare, ...numbers, 0) + 1;
    return { number: spare, slug };
  });
}

function slugsOn(day: string, slugsOf: Map<string, Set<string>>): Set<string> {
  const slugs = slugsOf.get(day) ?? new Set();
  slugsOf.set(day, slugs);
  return slugs;
}

const isFormOf = (slug: string, wanted: string) =>
  slug === wanted || (/-\d+$/.test(slug) && wanted.startsWith(slug.replace(/-\d+$/, '')));

/** Brings a known post to what its source says now; its old address goes on leading to it. */
async function update(known: Known, post: PreparedPost, tx: Database, now: Date): Promise<void> {
  const { firstPublishedAt, ...columns } = columnsOf(post, now);
  await tx
    .update(posts)
    .set({ ...columns, firstPublishedAt: known.firstPublishedAt ?? firstPublishedAt })
    .where(eq(posts.id, known.id));
  await tx.delete(postTags).where(eq(postTags.postId, known.id));
  await attachTags([{ postId: known.id, names: post.fields.tags }], tx);
  const hasMoved =
    known.publishedOn !== post.publishedOn || known.slug.toLowerCase() !== post.slug.toLowerCase();
  if (hasMoved && known.publishedOn !== null)
    await tx
      .insert(postFormerAddresses)
      .values({ publishedOn: known.publishedOn, slug: known.slug.toLowerCase(), postId: known.id })
      .onConflictDoUpdate({
        target: [postFormerAddresses.publishedOn, postFormerAddresses.slug],
        set: { postId: known.id },
      });
}
