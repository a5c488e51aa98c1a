// Taking changes of tags back, from what was recorded of them. What has been written since stays
// as it is now, as far as the two can be told apart.
import { eq } from 'drizzle-orm';
import { cacheTags } from '../cache-tags';
import type { Database } from '../db/client';
import { changePages, type Touch } from '../db/page-changes';
import { tagChanges, tags } from '../db/schema';
import { keepFirstVersions, keepNextVersions } from '../posts/versions-of-many';
import { touchNamed } from './affected';
import { touchRetagged } from './bulk';
import { type ChangeOptions, lockChanges, type TagChange } from './changes';
import { setDescription } from './describe';
import { holdTags, keepFormerName } from './former-names';
import { giveName } from './rename';
import { detachTag, lockPosts, postsHaving, postsOf, restoreTaggings } from './taggings';
import { undoDelete, undoMerge } from './undo-merge';
import {
  requireFreeSlug,
  requireLast,
  requireTag,
  type UndoRefusal,
  UndoRefused,
} from './undo-refusals';

export type Undone = { status: 'undone'; tagIds: number[] } | UndoRefusal;

type Undoing = { tx: Database; touch: Touch; now: Date; personId: number | null };

/** Takes recorded changes back, the last one first, all of them or none. */
export async function undoTagChanges(
  changeIds: number[],
  db: Database,
  { now = new Date(), personId = null }: ChangeOptions = {},
): Promise<Undone> {
  try {
    return await changePages(db, async (tx, touch): Promise<Undone> => {
      const changes = await lockChanges(changeIds, tx);
      if (changes.length < new Set(changeIds).size) return { status: 'missing' };
      if (changes.some(({ undoneAt }) => undoneAt !== null)) return { status: 'already' };
      const isTagging = changes.some(({ action }) => action === 'attach' || action === 'detach');
      const postIds = postsOf(changes.flatMap(({ taggings }) => taggings));
      await lockPosts(postIds, isTagging ? 'change' : 'deletion', tx);
      await holdTags(tx);
      for (const change of changes) {
        await undo(change, { tx, touch, now, personId });
        await tx.update(tagChanges).set({ undoneAt: now }).where(eq(tagChanges.id, change.id));
      }
      return { status: 'undone', tagIds: [...new Set(changes.map(({ tagId }) => tagId))] };
    });
  } catch (error) {
    if (error instanceof UndoRefused) return error.refusal;
    throw error;
  }
}

async function undo(change: TagChange, undoing: Undoing): Promise<void> {
  const { tx, touch } = undoing;
  switch (change.action) {
    case 'rename':
      return undoRename(change, undoing);
    case 'describe':
      await requireTag(change.tagId, change, tx);
      await requireLast(change, tx);
      await setDescription(change.tagId, change.tag.description, tx);
      return touch([cacheTags.tag(change.tagId)]);
    case 'delete':
      await undoDelete(change, tx);
      break;
    case 'merge':
      await undoMerge(change, tx);
      break;
    case 'attach':
    case 'detach':
      await undoTagging(change, undoing);
      break;
  }
  await touchPostsOf(change, undoing);
}

async function undoRename(change: TagChange, { tx, touch, now }: Undoing): Promise<void> {
  const tag = await requireTag(change.tagId, change, tx);
  const { slug, name, renamedTo, nameTakenFrom } = change.tag;
  if (renamedTo?.slug !== tag.slug || renamedTo.name !== tag.name) await requireLast(change, tx);
  await requireFreeSlug(change, tx);
  await giveName(tag, { slug, name }, tx);
  const other = nameTakenFrom && (await tx.$count(tags, eq(tags.id, nameTakenFrom))) > 0;
  if (other) await keepFormerName(tag.slug, nameTakenFrom, tx);
  touch(await touchNamed([tag.id], now, tx));
}

/** Posts that have got or lost the tag again since are left as they are. */
async function undoTagging(change: TagChange, { tx, now, personId }: Undoing): Promise<void> {
  const { tagId, action, taggings } = change;
  await requireTag(tagId, change, tx);
  const having = new Set(await postsHaving(tagId, postsOf(taggings), tx));
  const isAdding = action === 'detach';
  const toChange = taggings.filter(([postId]) => having.has(postId) !== isAdding);
  const postIds = postsOf(toChange);
  await keepFirstVersions(postIds, tx);
  if (isAdding) await restoreTaggings(tagId, toChange, tx);
  else await detachTag(tagId, postIds, tx);
  await keepNextVersions(postIds, { reason: 'saved', personId, at: now }, tx);
}

async function touchPostsOf(change: TagChange, { tx, touch, now }: Undoing): Promise<void> {
  const { tagId, intoTagId, taggings } = change;
  const tagIds = intoTagId === null ? [tagId] : [tagId, intoTagId];
  // An address may lead elsewhere even where no public post is concerned.
  touch([cacheTags.tagIndex, cacheTags.redirects]);
  touch(await touchRetagged({ postIds: postsOf(taggings), tagIds }, now, tx));
}
