// Names and ids that tags once had, and which tags they mean now.
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Database } from '../db/client';
import { tagFormerNames } from '../db/schema';
import type { TagRef } from '../posts/types';

/** Holds all tags to the end of a transaction: nobody else tags or rearranges meanwhile. */
export async function holdTags(tx: Database): Promise<void> {
  await tx.execute(sql`select hold_tags()`);
}

/** From now on a name that a tag had leads to it. */
export async function keepFormerName(name: string, tagId: number, tx: Database): Promise<void> {
  await tx
    .insert(tagFormerNames)
    .values({ name, tagId })
    .onConflictDoUpdate({ target: tagFormerNames.name, set: { tagId } });
}

/** Gives a tag former names, those that lead to no other tag. */
export async function claimNames(names: string[], tagId: number, tx: Database): Promise<void> {
  if (names.length === 0) return;
  await tx
    .insert(tagFormerNames)
    .values(names.map((name) => ({ name, tagId })))
    .onConflictDoNothing();
}

/** A name that a tag takes leads nowhere else. @returns the tag to which it led */
export async function freeName(name: string, tx: Database): Promise<number | null> {
  const [row] = await tx
    .delete(tagFormerNames)
    .where(eq(tagFormerNames.name, name))
    .returning({ tagId: tagFormerNames.tagId });
  return row?.tagId ?? null;
}

/** The names that a tag once had, in alphabetical order. */
export async function listFormerNames(tagId: number, tx: Database): Promise<string[]> {
  const rows = await tx
    .select({ name: tagFormerNames.name })
    .from(tagFormerNames)
    .where(eq(tagFormerNames.tagId, tagId))
    .orderBy(tagFormerNames.name);
  return rows.map((row) => row.name);
}

/** Gives former names to another tag, those that still are the first one's. */
export async function moveFormerNames(
  { names, from, to }: { names: string[]; from: number; to: number },
  tx: Database,
): Promise<void> {
  await tx
    .update(tagFormerNames)
    .set({ tagId: to })
    .where(and(eq(tagFormerNames.tagId, from), inArray(tagFormerNames.name, names)));
}

/**
 * The tags that ids mean now, in their order, each once: an id whose tag was merged means the tag
 * that took it in, however often that happened since; one whose tag was deleted means none.
 */
export async function followTags(ids: number[], db: Database): Promise<TagRef[]> {
  if (ids.length === 0) return [];
  const rows = await db.execute<TagRef & { asked: number }>(sql`
    with recursive followed(asked, id) as (
      select id, id from unnest(${sql.param(ids)}::int[]) as id
      union
      select followed.asked, merged.into_tag_id
      from followed join tag_changes merged on merged.tag_id = followed.id
      where merged.action = 'merge' and merged.undone_at is null
        and not exists (select from tags where tags.id = followed.id)
    )
    select followed.asked, tags.id, tags.slug, tags.name
    from followed join tags on tags.id = followed.id`);
  const now = new Map(rows.map(({ asked, ...tag }) => [asked, tag]));
  const found = ids.flatMap((id) => now.get(id) ?? []);
  return [...new Map(found.map((tag) => [tag.id, tag])).values()];
}
