// What a series looks like to readers above its posts.
import type { Database } from '../db/client';
import { renderBody } from '../markdown/render';
import { getSettings } from '../settings/queries';

/** A series' summary in Markdown as readers see it. */
export async function renderSummary(source: string, tx: Database): Promise<string> {
  if (source.trim() === '') return '';
  const { typography, ownHosts } = await getSettings(tx);
  const { html } = await renderBody(source, {
    format: 'markdown',
    typography,
    ownHosts,
    idPrefix: 'series-',
  });
  return html;
}
