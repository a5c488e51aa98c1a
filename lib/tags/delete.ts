// Taking a tag away from all its posts and from the site.
import { and, eq, inArray } from 'drizzle-orm';
import type { Database } from '../db/client';
import { changePages } from '../db/page-changes';
import { postTags, tags } from '../db/schema';
import { touchNamed } from './affected';
import { isUnused } from './author-queries';
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

/** Deletes those of some tags, or of all, that no post has. One transaction, a record for each. */
export async function deleteUnusedTags(
  ids: number[] | 'all',
  db: Database,
  { now = new Date(), personId = null }: ChangeOptions = {},
): Promise<{ changeIds: number[] }> {
  return changePages(db, async (tx) => {
    await holdTags(tx);
    const unused = await tx
      .select()
      .from(tags)
      .where(and(isUnused, ids === 'all' ? undefined : inArray(tags.id, ids)));
    const changeIds: number[] = [];
    for (const tag of unused) {
      const formerNames = await listFormerNames(tag.id, tx);
      await tx.delete(tags).where(eq(tags.id, tag.id));
      changeIds.push(
        await recordChange({ action: 'delete', tag, formerNames }, { now, personId }, tx),
      );
    }
    // No page shows such a tag, and its former names lead nowhere.
    return { changeIds };
  });
}
