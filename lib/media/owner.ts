// Whose file it is: authors change and delete what they have brought, owners everything.
import { eq } from 'drizzle-orm';
import type { Actor } from '../auth/actor';
import { can } from '../auth/permissions';
import type { Database } from '../db/client';
import { media } from '../db/schema';
import { UploadRefused } from './accept';

/** Whether somebody may change a file; null when it is gone. */
export async function mayChangeMedia(
  id: number,
  actor: Pick<Actor, 'id' | 'role'>,
  db: Database,
): Promise<boolean | null> {
  const [row] = await db
    .select({ uploaderId: media.uploaderId })
    .from(media)
    .where(eq(media.id, id));
  return row === undefined ? null : can(actor, 'media:change', { authorId: row.uploaderId });
}

/** @throws {UploadRefused} when it is gone or somebody else's */
export async function mayReplace(id: number, actor: Actor, db: Database): Promise<void> {
  const may = await mayChangeMedia(id, actor, db);
  if (may === null) throw new UploadRefused('The file that it should replace is gone.');
  if (!may) throw new UploadRefused('Only an owner may replace what somebody else has uploaded.');
}

/** The id in `replaces=`; null without one. */
export const readReplacesId = (text: string | null) =>
  text !== null && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
