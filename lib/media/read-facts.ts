// Reads what texts show of the files that they refer to.
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Database } from '../db/client';
import { media } from '../db/schema';
import { editionPath, mediaIdsIn } from './addresses';
import { type MediaFacts, noMedia } from './facts';

/** What is known of the files whose addresses stand in texts, also of those in the bin. */
export async function readMediaFacts(
  texts: readonly (string | null | undefined)[],
  db: Database,
): Promise<MediaFacts> {
  const ids = mediaIdsIn(texts);
  if (ids.length === 0) return noMedia;
  const poster = alias(media, 'poster');
  const captions = alias(media, 'captions');
  const rows = await db
    .select({ file: media, poster, captions })
    .from(media)
    .leftJoin(poster, and(eq(poster.id, media.posterId), isNull(poster.deletedAt)))
    .leftJoin(captions, and(eq(captions.id, media.captionsId), isNull(captions.deletedAt)))
    .where(inArray(media.id, ids));
  return Object.fromEntries(
    rows.map(({ file, poster, captions }) => [
      file.id,
      {
        id: file.id,
        name: file.name,
        type: file.type,
        hash: file.hash,
        width: file.width,
        height: file.height,
        widths: file.variants.map((variant) => variant.width),
        alt: file.alt,
        caption: file.caption,
        poster: poster && editionPath(poster),
        captions: captions && editionPath(captions),
      },
    ]),
  );
}
