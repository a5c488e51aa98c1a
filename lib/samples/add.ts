// Gives a new site something to look at: about a dozen posts of every kind, written for this project.
import { sql } from 'drizzle-orm';
import { cacheTags } from '../cache-tags';
import { dayInZone } from '../dates';
import type { Database } from '../db/client';
import { changePages } from '../db/page-changes';
import { posts, series, settings as settingsTable } from '../db/schema';
import { renderBody } from '../markdown/render';
import { postInput } from '../posts/input';
import { renderPost } from '../posts/render-post';
import { insertPosts, nextNumber, type PreparedPost } from '../posts/write';
import type { Settings } from '../settings/definition';
import { getSettings } from '../settings/queries';
import { sampleEntries } from './entries';
import { type SamplePost, samplePrefix, sampleSeries } from './posts';
import { sampleBeats, sampleLinks, sampleNotes, sampleQuotations } from './short-posts';

export const samplePosts: SamplePost[] = [
  ...sampleEntries,
  ...sampleLinks,
  ...sampleQuotations,
  ...sampleNotes,
  ...sampleBeats,
];

/** The row of the table `settings` that tells a database that was offered the samples. */
const offeredKey = 'samples';

/**
 * Adds the sample posts to a database that has no posts, once: whoever has them deleted does not
 * want them back. That they were added is recorded together with them, so that a first start that
 * fails before leaves them to the next.
 * @returns whether they were added
 */
export async function addSamplesOnce(db: Database, now = new Date()): Promise<boolean> {
  return changePages(db, async (tx, touch) => {
    const [offered] = await tx
      .insert(settingsTable)
      .values({ key: offeredKey, value: true })
      .onConflictDoNothing({ target: settingsTable.key })
      .returning({ key: settingsTable.key });
    if (offered === undefined) return false;
    const [post] = await tx.select({ one: sql`1` }).from(posts).limit(1);
    if (post !== undefined) return false;
    await insertSamples(tx, now);
    touch([cacheTags.site]);
    return true;
  });
}

/** Adds the sample posts and their series, all of them or none. */
export async function addSamplePosts(db: Database, now = new Date()): Promise<void> {
  await changePages(db, async (tx, touch) => {
    await insertSamples(tx, now);
    touch([cacheTags.site]);
  });
}

async function insertSamples(tx: Database, now: Date): Promise<void> {
  const settings = await getSettings(tx);
  const seriesIds = await addSeries(settings, tx);
  const oldestFirst = [...samplePosts].sort((a, b) => (a.publishedAt < b.publishedAt ? -1 : 1));
  for (const sample of oldestFirst)
    await insertPosts([await prepare(sample, seriesIds, settings, tx)], tx, now);
}

async function addSeries(settings: Settings, tx: Database): Promise<Map<string, number>> {
  const rows = await Promise.all(
    sampleSeries.map(async (one) => {
      const summary = await renderBody(one.summary, {
        format: 'markdown',
        typography: settings.typography,
        idPrefix: 'series-',
      });
      return { ...one, summaryHtml: summary.html, importRef: samplePrefix + one.slug };
    }),
  );
  const added = await tx
    .insert(series)
    .values(rows)
    .returning({ id: series.id, slug: series.slug });
  return new Map(added.map((row) => [row.slug, row.id]));
}

async function prepare(
  { series: seriesSlug, ...sample }: SamplePost,
  seriesIds: Map<string, number>,
  settings: Settings,
  tx: Database,
): Promise<PreparedPost> {
  const publishedAt = new Date(sample.publishedAt);
  const seriesId = seriesSlug === undefined ? null : (seriesIds.get(seriesSlug) ?? null);
  const fields = postInput.parse({ ...sample, publishedAt, updatedAt: publishedAt, seriesId });
  const number = await nextNumber(fields.kind, tx);
  const publishedOn = dayInZone(publishedAt, settings.timeZone);
  const rendered = await renderPost(fields, { number, publishedOn }, settings);
  return {
    fields,
    rendered,
    number,
    slug: sample.slug,
    publishedOn,
    importRef: `${samplePrefix}${fields.kind}:${sample.slug}`,
  };
}
