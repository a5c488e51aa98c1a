// What a post shows of a file is rendered into it. When the file changes, the posts that show it are
// rendered again, in the same transaction, and their pages told; nobody's text or version changes.
import { eq, inArray, or } from 'drizzle-orm';
import type { Database } from '../db/client';
import type { Touch } from '../db/page-changes';
import { media, postMedia, posts } from '../db/schema';
import { readAppearance } from '../posts/appearance';
import { renderPost } from '../posts/render-post';
import { withMedia } from '../posts/render-style';
import { storedFields } from '../posts/stored-fields';
import { touchedTags } from '../posts/touched-tags';
import { getSettings } from '../settings/queries';

/**
 * Renders the posts again that show one of these files, or a film to which one of them belongs.
 * @returns how many came out differently
 */
export async function refreshPosts(
  mediaIds: number[],
  { tx, touch, now }: { tx: Database; touch: Touch; now: Date },
): Promise<number> {
  const films = tx
    .select({ id: media.id })
    .from(media)
    .where(or(inArray(media.posterId, mediaIds), inArray(media.captionsId, mediaIds)));
  const users = tx
    .select({ id: postMedia.postId })
    .from(postMedia)
    .where(or(inArray(postMedia.mediaId, mediaIds), inArray(postMedia.mediaId, films)));
  const rows = await tx.select().from(posts).where(inArray(posts.id, users)).for('update');
  const settings = await getSettings(tx);
  let changed = 0;
  for (const row of rows) {
    const fields = storedFields(row);
    const rendered = await renderPost(
      fields,
      {
        number: row.number,
        publishedOn: row.publishedOn ?? row.createdAt.toISOString().slice(0, 10),
      },
      await withMedia(settings, [fields], tx),
    );
    if (rendered.html === row.html && rendered.excerptHtml === row.excerptHtml) continue;
    await tx.update(posts).set(rendered).where(eq(posts.id, row.id));
    const appearance = await readAppearance(row.id, now, tx);
    touch(touchedTags(appearance, appearance));
    changed += 1;
  }
  return changed;
}
