// Tagging many posts of the author's list, and taking that back.
import { inArray } from 'drizzle-orm';
import type { Actor } from '../auth/actor';
import { can } from '../auth/permissions';
import type { Database } from '../db/client';
import { posts, tagChanges } from '../db/schema';
import { changeTagsOfPosts, type TagsOfPosts } from '../tags/bulk';
import { type Undone, undoTagChanges } from '../tags/undo';
import type { Skipped } from './bulk';

type Viewer = Pick<Actor, 'id' | 'role'>;

export type TaggingOutcome = {
  /** How many posts have other tags now. */
  changed: number;
  /** By which it is taken back. */
  changeIds: number[];
  skipped: Skipped[];
};

/** Adds tags to those of these posts that the actor may change, and takes tags from them. */
export async function tagPosts(
  ids: number[],
  tags: TagsOfPosts,
  actor: Viewer,
  db: Database,
  now = new Date(),
): Promise<TaggingOutcome> {
  const rows = await db
    .select({
      id: posts.id,
      title: posts.displayTitle,
      authorId: posts.authorId,
      deletedAt: posts.deletedAt,
    })
    .from(posts)
    .where(inArray(posts.id, ids));
  const skipped = rows.flatMap(({ id, title, ...row }): Skipped[] => {
    const reason = reasonAgainst(row, actor);
    return reason === null ? [] : [{ id, title: title || `Post ${id}`, reason }];
  });
  const without = new Set(skipped.map(({ id }) => id));
  const able = rows.map(({ id }) => id).filter((id) => !without.has(id));
  const { posts: changed, changeIds } = await changeTagsOfPosts(able, tags, db, {
    now,
    personId: actor.id,
  });
  return { changed, changeIds, skipped };
}

function reasonAgainst(
  row: { authorId: number | null; deletedAt: Date | null },
  actor: Viewer,
): string | null {
  if (!can(actor, 'post:edit', row)) return 'belongs to somebody else';
  return row.deletedAt === null ? null : 'is in the bin';
}

/** Takes taggings back that the actor has made; an owner anybody's. */
export async function undoTagging(
  changeIds: number[],
  actor: Viewer,
  db: Database,
  now = new Date(),
): Promise<Undone> {
  const rows = await db
    .select({ action: tagChanges.action, personId: tagChanges.personId })
    .from(tagChanges)
    .where(inArray(tagChanges.id, changeIds));
  const isAllowed = rows.every(
    ({ action, personId }) =>
      (action === 'attach' || action === 'detach') &&
      (actor.role === 'owner' || personId === actor.id),
  );
  return isAllowed
    ? undoTagChanges(changeIds, db, { now, personId: actor.id })
    : { status: 'missing' };
}
