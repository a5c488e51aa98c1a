// What posts refer to: series and tags. And the samples of a new site make room.
import { and, eq, inArray, like, notExists, sql } from 'drizzle-orm';
import { cacheTags } from '../cache-tags';
import type { Database } from '../db/client';
import { changePages } from '../db/page-changes';
import { posts, postTags, series, tags } from '../db/schema';
import { renderBody } from '../markdown/render';
import type { RenderStyle } from '../posts/render-post';
import { samplePrefix } from '../samples/posts';
import { tagSlug } from '../slugs';
import { ensureTags } from '../tags/write';
import type { SeriesRecord, TagRecord } from './record';
import type { ImportReport } from './report';

/** Ids of the series of an import by reference. */
export type SeriesIds = Map<string, number>;

const inChunks = <Item>(items: Item[], size: number): Item[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );

/** Stores series and tags in one transaction. */
export async function layGroundwork(
  { seriesRecords, tagRecords }: { seriesRecords: SeriesRecord[]; tagRecords: TagRecord[] },
  style: RenderStyle,
  report: ImportReport,
  db: Database,
): Promise<SeriesIds> {
  return changePages(db, async (tx, touch) => {
    const samples = await removeSamples(tx);
    if (samples > 0) report.remark(`The ${samples} sample posts made room for the imported ones.`);
    const ids = await storeSeries(seriesRecords, style, report, tx);
    await storeTags(tagRecords, style, report, tx);
    if (samples > 0 || report.hasChanges) touch([cacheTags.site]);
    return ids;
  });
}

/** Removes the sample posts that nobody has edited, with the tags and series that only they had. */
async function removeSamples(tx: Database): Promise<number> {
  const isSample = and(like(posts.importRef, `${samplePrefix}%`), eq(posts.version, 1));
  const taggings = await tx
    .selectDistinct({ tagId: postTags.tagId })
    .from(postTags)
    .innerJoin(posts, eq(posts.id, postTags.postId))
    .where(isSample);
  const removed = await tx.delete(posts).where(isSample).returning({ id: posts.id });
  if (removed.length === 0) return 0;
  const isUnused = notExists(
    tx.select({ one: sql`1` }).from(postTags).where(eq(postTags.tagId, tags.id)),
  );
  const tagIds = taggings.map((tagging) => tagging.tagId);
  await tx.delete(tags).where(and(inArray(tags.id, tagIds), isUnused));
  await tx
    .delete(series)
    .where(
      and(
        like(series.importRef, `${samplePrefix}%`),
        notExists(tx.select({ one: sql`1` }).from(posts).where(eq(posts.seriesId, series.id))),
      ),
    );
  return removed.length;
}

async function storeSeries(
  records: SeriesRecord[],
  style: RenderStyle,
  report: ImportReport,
  tx: Database,
) {
  const ids: SeriesIds = new Map();
  for (const record of records) {
    const [known] = await tx
      .select({ id: series.id })
      .from(series)
      .where(eq(series.importRef, record.ref));
    if (known) {
      ids.set(record.ref, known.id);
      report.count('series', 'unchanged');
      continue;
    }
    const summary = await renderBody(record.summary, {
      format: 'markdown',
      typography: style.typography,
      ownHosts: style.ownHosts,
      idPrefix: 'series-',
    });
    const [row] = await tx
      .insert(series)
      .values({
        slug: record.slug.toLowerCase(),
        title: record.title,
        summary: record.summary,
        summaryHtml: summary.html,
        importRef: record.ref,
        createdAt: record.createdAt,
      })
      .onConflictDoNothing({ target: series.slug })
      .returning({ id: series.id });
    if (row) {
      ids.set(record.ref, row.id);
      report.count('series', 'created');
    } else report.reject('series', `series ${record.slug}`, 'another series has this slug');
  }
  return ids;
}

async function storeTags(
  records: TagRecord[],
  style: RenderStyle,
  report: ImportReport,
  tx: Database,
) {
  const before = new Set((await tx.select({ slug: tags.slug }).from(tags)).map((tag) => tag.slug));
  const nameOf = new Map<string, string>();
  // Lower case first, so that a tag written in capitals is the one that is merged.
  for (const { name } of [...records].sort((a, b) => (a.name > b.name ? -1 : 1))) {
    const slug = tagSlug(name);
    if (slug === null)
      report.reject('tags', `tag “${name}”`, 'nothing of it can stand in an address');
    else if (nameOf.has(slug))
      report.remark(`The tag “${name}” was merged into “${nameOf.get(slug)}”.`);
    else {
      nameOf.set(slug, name);
      report.count('tags', before.has(slug) ? 'unchanged' : 'created');
    }
  }
  for (const chunk of inChunks([...nameOf.values()], 5000)) await ensureTags(chunk, tx);
  for (const { name, description } of records) {
    const slug = tagSlug(name);
    if (slug === null || description.trim() === '') continue;
    const rendered = await renderBody(description, {
      format: 'markdown',
      typography: style.typography,
      ownHosts: style.ownHosts,
      idPrefix: 'tag-',
    });
    // A description that somebody has written here stays.
    await tx
      .update(tags)
      .set({ description, descriptionHtml: rendered.html })
      .where(and(eq(tags.slug, slug), eq(tags.description, '')));
  }
}
