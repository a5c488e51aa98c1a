// Stores imported posts, a batch and a transaction at a time. Running it again changes nothing.
import { cacheTags } from '../cache-tags';
import type { Database } from '../db/client';
import { changePages } from '../db/page-changes';
import { type PostInput, postInput } from '../posts/input';
import type { RenderPool } from '../posts/render-pool';
import type { RenderStyle } from '../posts/render-post';
import { withMedia } from '../posts/render-style';
import { insertPosts, type PreparedPost } from '../posts/write';
import { searchOnce } from '../search/write-once';
import { urls } from '../urls';
import type { SeriesIds } from './groundwork';
import { updateKnown } from './known-posts';
import { toOwnPath } from './own-links';
import { type Checked, choosePlaces, findKnown, type Known } from './places';
import type { PostRecord } from './record';
import type { ImportReport } from './report';

/** Posts of a transaction. All of them are in memory several times: as read, rendered and sent. */
export const batchSize = 250;

type Context = {
  style: RenderStyle;
  seriesIds: SeriesIds;
  pool: RenderPool;
  report: ImportReport;
  db: Database;
  now: Date;
};

type Prepared = { record: PostRecord; known: Known | undefined; post: PreparedPost };

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
  const withFiles = await withMedia(
    style,
    placed.map(({ fields }) => fields),
    db,
  );
  const rendered = await pool.render(
    placed.map(({ fields, number, record: { publishedOn } }) => ({
      fields,
      number,
      publishedOn,
      style: withFiles,
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
    const { stored, left } = await store(prepared, context);
    for (const { record } of left) leave(record, context.report);
    return stored;
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

/** What an editor has saved since it was looked at is left. */
async function store(prepared: Prepared[], { db, now }: Context) {
  return changePages(db, async (tx, touch) => {
    const fresh = prepared.filter((one) => one.known === undefined);
    const known = prepared.flatMap(({ known, post }) => (known ? [{ known, post }] : []));
    const updated = await searchOnce(tx, async () => {
      const created = await insertPosts(
        fresh.map((one) => one.post),
        tx,
        now,
      );
      const updated = await updateKnown(known, tx, now);
      return { ids: [...created, ...updated], result: updated };
    });
    touch([cacheTags.site, cacheTags.sitemapTags, ...monthsOf(prepared)]);
    const isStored = ({ known }: Prepared) => known === undefined || updated.has(known.id);
    return { stored: prepared.filter(isStored), left: prepared.filter((one) => !isStored(one)) };
  });
}

/** Where in the sitemap posts stand and stood. */
function monthsOf(prepared: Prepared[]): string[] {
  const days = prepared.flatMap(({ known, post }) => [known?.publishedOn, post.publishedOn]);
  return days.flatMap((day) => (day ? [cacheTags.sitemapMonth(day)] : []));
}

/** Why the database refused a row (SQLSTATE classes 22 and 23); null when that is not what happened. */
function refusal(error: unknown): string | null {
  const cause = error instanceof Error ? error.cause : undefined;
  if (!(cause instanceof Error) || !('code' in cause) || !/^2[23]/.test(String(cause.code)))
    return null;
  return cause.message;
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
  if (known?.isEdited) {
    leave(record, report);
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

function leave({ name, input }: PostRecord, report: ImportReport): void {
  report.countPost(input.kind, 'unchanged');
  report.remark(`${name} has changed at its source and was edited here: left as it is here.`);
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
