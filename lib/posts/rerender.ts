// Renders posts again whose stored HTML was made by an older renderer, or all of them; and the
// descriptions of tags and series, which do not know their renderer and are few.
import { and, asc, eq, gt, ne } from 'drizzle-orm';
import { cacheTags } from '../cache-tags';
import type { Database } from '../db/client';
import { changePages } from '../db/page-changes';
import { posts, series, tags } from '../db/schema';
import { RENDERER_VERSION, renderBody } from '../markdown/render';
import { getSettings } from '../settings/queries';
import { RenderPool } from './render-pool';
import type { RenderStyle } from './render-post';
import { withMedia } from './render-style';
import { storedFields } from './stored-fields';

const batchSize = 500;

type RerenderOptions = {
  /** Also what is up to date; for a change of a setting that rendering depends on. */
  all: boolean;
  onProgress: (done: number) => void;
};

/** Renders stale posts again, a transaction a batch; sources stay as they are. @returns how many */
export async function rerenderPosts(
  { all, onProgress }: RerenderOptions,
  db: Database,
): Promise<number> {
  const style = await getSettings(db);
  const pool = new RenderPool();
  let done = 0;
  let after = 0;
  try {
    for (;;) {
      const isStale = all ? undefined : ne(posts.rendererVersion, RENDERER_VERSION);
      const rows = await db
        .select()
        .from(posts)
        .where(and(gt(posts.id, after), isStale))
        .orderBy(asc(posts.id))
        .limit(batchSize);
      const last = rows.at(-1);
      if (last === undefined) return done;
      const fields = rows.map(storedFields);
      const withFiles = await withMedia(style, fields, db);
      const rendered = await pool.render(
        rows.map((row, index) => ({
          fields: fields[index] ?? storedFields(row),
          number: row.number,
          publishedOn: row.publishedOn ?? row.createdAt.toISOString().slice(0, 10),
          style: withFiles,
        })),
      );
      await changePages(db, async (tx, touch) => {
        for (const [index, { id }] of rows.entries())
          await tx
            .update(posts)
            .set(rendered[index] ?? {})
            .where(eq(posts.id, id));
        touch([cacheTags.site]);
      });
      after = last.id;
      done += rows.length;
      onProgress(done);
    }
  } finally {
    await pool.close();
  }
}

/** Renders what is said of tags and series again. @returns how many came out differently */
export async function rerenderDescriptions(db: Database): Promise<number> {
  const style = await getSettings(db);
  return changePages(db, async (tx, touch) => {
    const changed = (await rerenderTags(style, tx)) + (await rerenderSeries(style, tx));
    if (changed > 0) touch([cacheTags.site]);
    return changed;
  });
}

async function rerenderTags(style: RenderStyle, tx: Database): Promise<number> {
  const rows = await tx
    .select({ id: tags.id, source: tags.description, html: tags.descriptionHtml })
    .from(tags)
    .where(ne(tags.description, ''));
  let changed = 0;
  for (const { id, source, html } of rows) {
    const descriptionHtml = await renderDescription(source, 'tag-', style);
    if (descriptionHtml === html) continue;
    await tx.update(tags).set({ descriptionHtml }).where(eq(tags.id, id));
    changed += 1;
  }
  return changed;
}

async function rerenderSeries(style: RenderStyle, tx: Database): Promise<number> {
  const rows = await tx
    .select({ id: series.id, source: series.summary, html: series.summaryHtml })
    .from(series)
    .where(ne(series.summary, ''));
  let changed = 0;
  for (const { id, source, html } of rows) {
    const summaryHtml = await renderDescription(source, 'series-', style);
    if (summaryHtml === html) continue;
    await tx.update(series).set({ summaryHtml }).where(eq(series.id, id));
    changed += 1;
  }
  return changed;
}

async function renderDescription(
  source: string,
  idPrefix: string,
  { typography, ownHosts }: RenderStyle,
): Promise<string> {
  const { html } = await renderBody(source, {
    format: 'markdown',
    typography,
    ownHosts,
    idPrefix,
  });
  return html;
}
