// Making one tag of several.
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Database } from '../db/client';
import { changePages } from '../db/page-changes';
import { postTags, tags } from '../db/schema';
import { touchedByTags } from '../posts/touched-tags';
import { listTagsBeside, postsTagged, readShownPosts } from './affected';
import { type ChangeOptions, recordChange, type Tagging, type TagRow } from './changes';
import { holdTags, keepFormerName, listFormerNames, moveFormerNames } from './former-names';

export type Merged =
  | { status: 'merged'; changeIds: number[]; posts: number }
  /** One of the tags is not there any more. */
  | { status: 'missing' };

/**
 * Moves every post of some tags to another and takes the tags away, in one transaction. On a post
 * that has both, the tag that stays takes the place of the first. The names of those that went
 * lead to it for ever; it takes over a description if it has none.
 */
export async function mergeTags(
  from: number[],
  into: number,
  db: Database,
  options: ChangeOptions = {},
): Promise<Merged> {
  const { now = new Date() } = options;
  const sources = [...new Set(from)].filter((id) => id !== into);
  return changePages(db, async (tx, touch): Promise<Merged> => {
    await holdTags(tx);
    const rows = await tx
      .select()
      .from(tags)
      .where(inArray(tags.id, [...sources, into]));
    const byId = new Map(rows.map((row) => [row.id, row]));
    const target = byId.get(into);
    const going = sources.flatMap((id) => byId.get(id) ?? []);
    if (target === undefined || going.length < sources.length || going.length === 0)
      return { status: 'missing' };
    touch(await touchMerged(sources, into, now, tx));
    const changeIds: number[] = [];
    const moved = new Set<number>();
    let isDescribed = target.description !== '';
    for (const tag of going) {
      const taggings = await moveTaggings(tag.id, into, tx);
      for (const [postId] of taggings) moved.add(postId);
      const formerNames = await listFormerNames(tag.id, tx);
      const gaveDescription = !isDescribed && tag.description !== '';
      if (gaveDescription) await passOnDescription(tag, into, tx);
      isDescribed ||= gaveDescription;
      await replaceByName(tag, { formerNames, into }, tx);
      const more = { gaveDescription };
      changeIds.push(
        await recordChange(
          { action: 'merge', tag, formerNames, intoTagId: into, taggings, more },
          { ...options, now },
          tx,
        ),
      );
    }
    return { status: 'merged', changeIds, posts: moved.size };
  });
}

/**
 * The pages of the posts that move, the lists that show them, and the pages of all tags that
 * stand beside any of these: they count how often it is used now.
 */
async function touchMerged(sources: number[], into: number, now: Date, tx: Database) {
  const tagIds = [...sources, into];
  const posts = await readShownPosts(postsTagged(sources, now), now, tx);
  const besideIds = posts && (await listTagsBeside(postsTagged(tagIds, now), tx));
  return touchedByTags({ tagIds, renamedIds: sources, postIds: [], posts, besideIds });
}

/** Moves the taggings of one tag to another. @returns them as they were, by post */
async function moveTaggings(from: number, into: number, tx: Database): Promise<Tagging[]> {
  const rows = await tx.execute<{ tagging: Tagging }>(sql`
    select json_build_array(going.post_id, going.position, other.position) as tagging
    from post_tags going left join post_tags other
      on other.post_id = going.post_id and other.tag_id = ${into}
    where going.tag_id = ${from} order by going.post_id`);
  await tx.execute(sql`
    update post_tags kept set position = going.position from post_tags going
    where kept.tag_id = ${into} and going.tag_id = ${from}
      and going.post_id = kept.post_id and going.position < kept.position`);
  await tx.execute(sql`
    delete from post_tags going using post_tags kept
    where going.tag_id = ${from} and kept.tag_id = ${into} and kept.post_id = going.post_id`);
  await tx.update(postTags).set({ tagId: into }).where(eq(postTags.tagId, from));
  return rows.map((row) => row.tagging);
}

async function passOnDescription(tag: TagRow, into: number, tx: Database): Promise<void> {
  const { description, descriptionHtml } = tag;
  await tx
    .update(tags)
    .set({ description, descriptionHtml })
    .where(and(eq(tags.id, into), eq(tags.description, '')));
}

/** Takes a tag without posts away; its names, former ones too, lead to another. */
async function replaceByName(
  tag: TagRow,
  { formerNames, into }: { formerNames: string[]; into: number },
  tx: Database,
): Promise<void> {
  await moveFormerNames({ names: formerNames, from: tag.id, to: into }, tx);
  await tx.delete(tags).where(eq(tags.id, tag.id));
  await keepFormerName(tag.slug, into, tx);
}
