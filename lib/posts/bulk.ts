// Changing many posts at once, in one transaction. Each post is changed wholly or stays as it is
// with a reason; none is changed when the transaction fails.
import { and, eq, isNotNull, sql } from 'drizzle-orm';
import type { Actor } from '../auth/actor';
import { can, type Permission } from '../auth/permissions';
import type { Database } from '../db/client';
import { changePages, type Touch } from '../db/page-changes';
import { posts } from '../db/schema';
import { isEditableBy } from './author-conditions';
import {
  changeRow,
  intoBin,
  outOfBin,
  type RowChange,
  type StoredRow,
  toDraft,
  toPublic,
} from './change-row';

export const bulkChanges = ['publish', 'unpublish', 'bin', 'restore', 'delete'] as const;
/** `republish` takes an `unpublish` back: the same text at the same time. */
export type BulkChange = (typeof bulkChanges)[number] | 'republish';

/** A post, and the version of it that is meant where only that one is to be changed. */
export type Chosen = {
  id: number;
  version?: number;
  /** Its former time, where an `unpublish` takes back the publication of what was scheduled. */
  scheduledFor?: Date | null;
};

export type Skipped = { id: number; title: string; reason: string };

type Done = {
  id: number;
  /** The version that it has now. */
  version: number;
  title: string;
  /** When a post that was published would have gone live by itself; else null. */
  scheduledFor: Date | null;
  /** Of one whose publication was taken back: whether it waits for its former time again. */
  schedule?: 'kept' | 'missed';
};

export type BulkOutcome = {
  done: Done[];
  skipped: Skipped[];
};

type Viewer = Pick<Actor, 'id' | 'role'>;
type Within = { tx: Database; touch: Touch; now: Date; actor: Viewer };

/** Changes those of these posts that the actor may change so, and tells of the others why not. */
export async function changePosts(
  chosen: Chosen[],
  change: BulkChange,
  actor: Viewer,
  db: Database,
  now = new Date(),
): Promise<BulkOutcome> {
  // In the order that everybody keeps, so that two such changes never wait for each other.
  const inOrder = [...new Map(chosen.map((one) => [one.id, one])).values()].sort(
    (one, other) => one.id - other.id,
  );
  return changePages(db, async (tx, touch) => {
    const outcome: BulkOutcome = { done: [], skipped: [] };
    for (const one of inOrder) {
      const came = await changeOne(one, change, { tx, touch, now, actor });
      if ('reason' in came) outcome.skipped.push(came);
      else outcome.done.push(came);
    }
    return outcome;
  });
}

const permissions: Record<BulkChange, Permission> = {
  publish: 'post:publish',
  unpublish: 'post:publish',
  republish: 'post:publish',
  bin: 'post:delete',
  restore: 'post:delete',
  delete: 'post:delete',
};

async function changeOne(
  { id, version, scheduledFor = null }: Chosen,
  change: BulkChange,
  { tx, touch, now, actor }: Within,
): Promise<Done | Skipped> {
  const [row] = await tx.select().from(posts).where(eq(posts.id, id)).for('update');
  if (row === undefined) return { id, title: `Post ${id}`, reason: 'is not there any more' };
  const title = row.displayTitle || `Post ${id}`;
  const skip = (reason: string) => ({ id, title, reason });
  if (!can(actor, permissions[change], row)) return skip('belongs to somebody else');
  if (version !== undefined && version !== row.version) return skip('was changed in the meantime');
  const hindrance = whyNot(change, row, now);
  if (hindrance !== null) return skip(hindrance);
  if (change === 'delete') {
    await tx.delete(posts).where(eq(posts.id, id));
    return { id, version: row.version, title, scheduledFor: null };
  }
  const changed = await changeRow({ id }, rowChange(change, scheduledFor, now), {
    tx,
    touch,
    now,
    personId: actor.id,
  });
  switch (changed.status) {
    case 'changed':
      return {
        id,
        version: changed.version,
        title,
        scheduledFor: change === 'publish' && row.status === 'scheduled' ? row.publishedAt : null,
        ...(scheduledFor && { schedule: scheduledFor > now ? 'kept' : 'missed' }),
      };
    case 'incomplete':
      return skip(`lacks something: ${Object.values(changed.fields).join(' ')}`);
    case 'missing':
    case 'conflict':
      throw new Error(`Post ${id} is locked and cannot have changed.`);
  }
}

/** What stands in the way of a change; null where nothing does. */
function whyNot(change: BulkChange, row: StoredRow, now: Date): string | null {
  const isBinned = row.deletedAt !== null;
  if (change === 'restore') return isBinned ? null : 'is not in the bin';
  if (change === 'delete') return isBinned ? null : 'is not in the bin';
  if (isBinned) return 'is in the bin';
  const isLive = row.listedAt !== null && row.listedAt <= now;
  if (change === 'publish' && isLive) return 'is published already';
  if (change === 'unpublish' && row.status === 'draft') return 'is a draft already';
  if (change === 'republish' && row.status !== 'draft') return 'is published already';
  if (change === 'republish' && row.publishedOn === null) return 'was never published';
  return null;
}

function rowChange(
  change: Exclude<BulkChange, 'delete'>,
  scheduledFor: Date | null,
  now: Date,
): RowChange {
  switch (change) {
    case 'publish':
      return toPublic(now, now);
    case 'unpublish':
      // At a time that has passed it would be public, which is what is taken back.
      return scheduledFor && scheduledFor > now ? toPublic(scheduledFor, now) : toDraft;
    case 'republish':
      return backToPublic(now);
    case 'bin':
      return intoBin(now);
    case 'restore':
      return outOfBin;
  }
}

/** As the scheduler turns what is due: it may have been made a draft before its time came. */
const turned = {
  status: 'published' as const,
  firstPublishedAt: sql`coalesce(${posts.firstPublishedAt}, ${posts.publishedAt})`,
};

/** As it stood before it was made a draft: nothing else has changed since. */
function backToPublic(now: Date): RowChange {
  return async ({ id, publishedAt }, tx) => {
    const isDue = publishedAt !== null && publishedAt <= now;
    await tx
      .update(posts)
      .set(isDue ? turned : { status: 'scheduled' })
      .where(eq(posts.id, id));
  };
}

/** Deletes for good everything in the bin that the actor may delete. @returns how many posts */
export async function emptyBin(actor: Viewer, db: Database): Promise<number> {
  const gone = await db
    .delete(posts)
    .where(and(isNotNull(posts.deletedAt), isEditableBy(actor)))
    .returning({ id: posts.id });
  return gone.length;
}
