// Taking a tag away from all its posts and from the site.
import { eq } from 'drizzle-orm';
import type { Database } from '../db/client';
import { changePages } from '../db/page-changes';
import { postTags, tags } from '../db/schema';
import { touchNamed } from './affected';
import { type ChangeOptions, recordChange } from './changes';
import { holdTags, listFormerNames } from './former-names';
import { listTaggings } from './taggings';

export type Deleted =
  | { status: 'deleted'; changeId: number; posts: number }
  | { status: 'missing' }
  /** More posts have the tag than the author was told of. */
  | { status: 'in-use'; posts: number };

/**
 * Deletes a tag, its description and the names that led to it. Its posts stay.
 * @param expected how many posts the author knows of; a tag that has more is left alone
 */
export async function deleteTag(
  id: number,
  expected: number,
  db: Database,
  options: ChangeOptions = {},
): Promise<Deleted> {
  const { now = new Date() } = options;
  return changePages(db, async (tx, touch): Promise<Deleted> => {
    await holdTags(tx);
    const [tag] = await tx.select().from(tags).where(eq(tags.id, id));
    if (tag === undefined) return { status: 'missing' };
    const taggings = await listTaggings(id, tx);
    if (taggings.length > expected) return { status: 'in-use', posts: taggings.length };
    touch(await touchNamed([id], now, tx));
    const formerNames = await listFormerNames(id, tx);
    await tx.delete(postTags).where(eq(postTags.tagId, id));
    await tx.delete(tags).where(eq(tags.id, id));
    const change = { action: 'delete' as const, tag, formerNames, taggings };
    const changeId = await recordChange(change, { ...options, now }, tx);
    return { status: 'deleted', changeId, posts: taggings.length };
  });
}
