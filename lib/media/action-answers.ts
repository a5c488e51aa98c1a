// What the actions of the library have in common: is the file there, and whose is it.
import { inArray } from 'drizzle-orm';
import type { ActionState } from '../actions';
import type { Actor } from '../auth/actor';
import { can } from '../auth/permissions';
import { database } from '../db/client';
import { media } from '../db/schema';
import { mayChangeMedia } from './owner';

/** Does something to a file that is there and that the actor may change. */
export async function withFile(
  id: number,
  actor: Actor,
  work: () => Promise<ActionState>,
): Promise<ActionState> {
  const may = await mayChangeMedia(id, actor, database());
  if (may === null) return { status: 'error', message: 'This file is gone: somebody deleted it.' };
  if (!may)
    return {
      status: 'error',
      message: 'Only an owner may change what somebody else has uploaded.',
    };
  return work();
}

/** Those of the files that the actor may change. */
export async function changeable(ids: number[], actor: Actor): Promise<number[]> {
  if (ids.length === 0) return [];
  const rows = await database()
    .select({ id: media.id, uploaderId: media.uploaderId })
    .from(media)
    .where(inArray(media.id, ids));
  return rows
    .filter((row) => can(actor, 'media:change', { authorId: row.uploaderId }))
    .map((row) => row.id);
}
