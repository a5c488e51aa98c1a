// What was done to tags, for reading.
import { desc, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import { type Database, database } from '../db/client';
import { people, type TagAction, tagChanges, tags } from '../db/schema';
import { readRecord } from './changes';

export type TagEvent = {
  id: number;
  action: TagAction;
  at: Date;
  /** Who did it, where that is known. */
  by: string | null;
  /** The tag as it was called before. */
  name: string;
  /** What it was called after a rename. */
  newName: string | null;
  tagId: number;
  /** The tag that took its posts in, as it is called now; no name where it is gone. */
  into: { id: number; name: string | null } | null;
  /** How many posts it touched. */
  posts: number;
  undoneAt: Date | null;
};

/** How many changes a page of the history holds. */
export const eventsPerPage = 30;

/** Changes of one tag or of all, the last one first, and whether there are earlier ones. */
export async function listTagEvents(
  { tagId, page = 1 }: { tagId?: number; page?: number },
  db: Database = database(),
): Promise<{ events: TagEvent[]; hasMore: boolean }> {
  const isAbout =
    tagId === undefined
      ? undefined
      : or(eq(tagChanges.tagId, tagId), eq(tagChanges.intoTagId, tagId));
  const events = await readEvents(isAbout, { page, limit: eventsPerPage + 1 }, db);
  return { events: events.slice(0, eventsPerPage), hasMore: events.length > eventsPerPage };
}

/** Changes by id, the last one first. */
export async function findTagEvents(ids: number[], db: Database = database()): Promise<TagEvent[]> {
  if (ids.length === 0) return [];
  return readEvents(inArray(tagChanges.id, ids), { page: 1, limit: ids.length }, db);
}

type Slice = { page: number; limit: number };

async function readEvents(
  where: SQL | undefined,
  { page, limit }: Slice,
  db: Database,
): Promise<TagEvent[]> {
  const { id, action, at, tag, tagId, intoTagId, undoneAt } = tagChanges;
  const rows = await db
    .select({
      ...{ id, action, at, tag, tagId, intoTagId, undoneAt },
      by: people.name,
      intoName: tags.name,
      posts: sql<number>`jsonb_array_length(${tagChanges.taggings})`,
    })
    .from(tagChanges)
    .leftJoin(people, eq(people.id, tagChanges.personId))
    .leftJoin(tags, eq(tags.id, tagChanges.intoTagId))
    .where(where)
    .orderBy(desc(at), desc(id))
    .limit(limit)
    .offset((Math.max(1, page) - 1) * eventsPerPage);
  return rows.map(({ tag, intoTagId, intoName, ...row }) => {
    const { name, renamedTo } = readRecord(tag);
    return {
      ...row,
      name,
      newName: renamedTo?.name ?? null,
      into: intoTagId === null ? null : { id: intoTagId, name: intoName },
    };
  });
}
