// What a rendering depends on besides the post itself, read from the database beforehand.
import type { Database } from '../db/client';
import { readMediaFacts } from '../media/read-facts';
import type { DraftFields } from './input';
import type { RenderStyle } from './render-post';

/** The style with what is known of the files that these posts show. */
export async function withMedia(
  { typography, ownHosts, language }: RenderStyle,
  fields: DraftFields[],
  db: Database,
): Promise<RenderStyle> {
  const media = await readMediaFacts(
    fields.map((one) => JSON.stringify(one)),
    db,
  );
  return { typography, ownHosts, language, media };
}
