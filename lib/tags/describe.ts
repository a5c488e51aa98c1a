// Saying what a tag is about.
import { eq } from 'drizzle-orm';
import { cacheTags } from '../cache-tags';
import type { Database } from '../db/client';
import { changePages } from '../db/page-changes';
import { tags } from '../db/schema';
import { renderBody } from '../markdown/render';
import { getSettings } from '../settings/queries';
import { type ChangeOptions, recordChange } from './changes';

export type Described =
  | { status: 'described'; changeId: number }
  | { status: 'unchanged' }
  | { status: 'missing' };

/** Stores a description in Markdown and what it looks like. */
export async function describeTag(
  id: number,
  description: string,
  db: Database,
  options: ChangeOptions = {},
): Promise<Described> {
  const source = description.trim();
  return changePages(db, async (tx, touch): Promise<Described> => {
    const [tag] = await tx.select().from(tags).where(eq(tags.id, id)).for('update');
    if (tag === undefined) return { status: 'missing' };
    if (tag.description === source) return { status: 'unchanged' };
    await setDescription(id, source, tx);
    const changeId = await recordChange({ action: 'describe', tag }, options, tx);
    touch([cacheTags.tag(id)]);
    return { status: 'described', changeId };
  });
}

/** Stores a description and what it looks like. */
export async function setDescription(id: number, source: string, tx: Database): Promise<void> {
  const descriptionHtml = await renderDescription(source, tx);
  await tx.update(tags).set({ description: source, descriptionHtml }).where(eq(tags.id, id));
}

/** What readers see of a description; nothing of none. */
export async function renderDescription(source: string, tx: Database): Promise<string> {
  if (source === '') return '';
  const { typography, ownHosts } = await getSettings(tx);
  const { html } = await renderBody(source, {
    format: 'markdown',
    typography,
    ownHosts,
    idPrefix: 'tag-',
  });
  return html;
}
