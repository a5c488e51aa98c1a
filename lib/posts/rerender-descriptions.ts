// Renders what is said of tags and series again: they do not know their renderer, and are few.
import { eq, ne } from 'drizzle-orm';
import { cacheTags } from '../cache-tags';
import type { Database } from '../db/client';
import { changePages } from '../db/page-changes';
import { series, tags } from '../db/schema';
import { renderBody } from '../markdown/render';
import { getSettings } from '../settings/queries';
import type { RenderStyle } from './render-post';

/** @returns how many descriptions came out differently */
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
