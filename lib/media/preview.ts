// A file as a text shows it, by the renderer of texts.
import { database } from '../db/client';
import { renderBody } from '../markdown/render';
import { mediaPath } from './addresses';
import { mediaMarkdown } from './markdown';
import { readMediaFacts } from './read-facts';
import type { MediaRow } from './take-in';
import { kindOfType } from './types';

/** Its HTML; null for what is not shown but linked, and for what lies in the bin. */
export async function renderFile(file: MediaRow, db = database()): Promise<string | null> {
  if (file.deletedAt !== null || !['picture', 'video', 'audio'].includes(kindOfType(file.type)))
    return null;
  const path = mediaPath(file);
  const { html } = await renderBody(mediaMarkdown({ ...file, path }).text, {
    ...{ format: 'markdown', typography: false, idPrefix: '' },
    media: await readMediaFacts([path], db),
  });
  return html;
}
