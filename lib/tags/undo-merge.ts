// Bringing back a tag that was merged or deleted.
import { and, eq, sql } from 'drizzle-orm';
import type { Database } from '../db/client';
import { tagChanges, tags } from '../db/schema';
import type { TagChange } from './changes';
import { renderDescription } from './describe';
import { claimNames, freeName, moveFormerNames } from './former-names';
import { postsOf, restoreTaggings, spreadOut } from './taggings';
import { requireFreeSlug, requireNone, requireTag } from './undo-refusals';

/** Brings a deleted tag back to its posts, with the names that led to it and lead nowhere now. */
export async function undoDelete(change: TagChange, tx: Database): Promise<void> {
  await restoreTag(change, tx);
  await claimNames(change.tag.formerNames, change.tagId, tx);
  await restoreTaggings(change.tagId, change.taggings, tx);
}

/**
 * Divides a merged tag from the one that took it in. Its posts have it again, in its place; of
 * those that have lost the merged tag since, their author wanted neither.
 */
export async function undoMerge(change: TagChange, tx: Database): Promise<void> {
  const { tagId, tag, intoTagId: into } = change;
  if (into === null) throw new Error(`The merge ${change.id} was into nothing.`);
  const target = await requireTag(into, change, tx);
  await requireNoneUpon(change, into, tx);
  await restoreTag(change, tx);
  await moveFormerNames({ names: tag.formerNames, from: into, to: tagId }, tx);
  if (tag.gaveDescription && target.description === tag.description)
    await tx.update(tags).set({ description: '', descriptionHtml: '' }).where(eq(tags.id, into));
  await divideTaggings(change, into, tx);
}

/** Makes the tag of a change anew, under its old id: versions of posts know it by that. */
async function restoreTag(change: TagChange, tx: Database): Promise<void> {
  await requireFreeSlug(change, tx);
  const { slug, name, description, importRef, createdAt } = change.tag;
  await freeName(slug, tx);
  const descriptionHtml = await renderDescription(description, tx);
  await tx
    .insert(tags)
    .overridingSystemValue()
    .values({
      ...{ id: change.tagId, slug, name, description, descriptionHtml, importRef, createdAt },
    });
}

/**
 * A later merge into the same tag of a post that this one brought into it rests on this one.
 * @throws {UndoRefused} when there is one
 */
async function requireNoneUpon(change: TagChange, into: number, tx: Database): Promise<void> {
  const brought = postsOf(change.taggings.filter(([, , other]) => other === null));
  const shares = sql`exists (
    select from jsonb_array_elements(${tagChanges.taggings}) as tagging
    where (tagging ->> 0)::int = any(${sql.param(brought)}::int[]))`;
  const isMergeIntoSame = and(eq(tagChanges.action, 'merge'), eq(tagChanges.intoTagId, into));
  await requireNone(and(isMergeIntoSame, shares), change, tx);
}

/**
 * On a post that had both tags, the merged one stands where the first of them stood: it goes back
 * to its own place, unless the post's tags have been ordered anew.
 */
async function divideTaggings({ id, tagId }: TagChange, into: number, tx: Database) {
  const recorded = sql`(
    select (t ->> 0)::int as post_id, (t ->> 1)::smallint as place, (t ->> 2)::smallint as other
    from tag_changes, jsonb_array_elements(taggings) as t where tag_changes.id = ${id}
  ) as was`;
  await tx.execute(sql`
    update post_tags set tag_id = ${tagId} from ${recorded}
    where post_tags.post_id = was.post_id and tag_id = ${into} and was.other is null`);
  const added = await tx.execute<{ id: number }>(sql`
    insert into post_tags (post_id, tag_id, position)
    select was.post_id, ${tagId},
      case when kept.position = least(place, other) then place else kept.position end
    from ${recorded} join post_tags kept on kept.post_id = was.post_id and kept.tag_id = ${into}
    where was.other is not null returning post_id as id`);
  await tx.execute(sql`
    update post_tags set position = was.other from ${recorded}
    where post_tags.post_id = was.post_id and tag_id = ${into}
      and was.other is not null and position = least(place, other)`);
  await spreadOut(
    added.map((row) => row.id),
    [into, tagId],
    tx,
  );
}
