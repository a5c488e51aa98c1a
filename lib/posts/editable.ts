// A stored post as its author edits it: its fields with the names of its tags.
import { asc, eq } from 'drizzle-orm';
import type { FormValues } from '../actions';
import type { Database } from '../db/client';
import { postTags, tags } from '../db/schema';
import { valuesOfPost } from './form-values';
import type { DraftFields } from './input';
import { storedFields } from './stored-fields';
import { isSlugDecided, type StoredRow } from './write-fields';

/** The fields of a stored post. A draft has no slug while its title decides it. */
export async function readFields(row: StoredRow, db: Database): Promise<DraftFields> {
  const taggings = await db
    .select({ name: tags.name })
    .from(postTags)
    .innerJoin(tags, eq(tags.id, postTags.tagId))
    .where(eq(postTags.postId, row.id))
    .orderBy(asc(postTags.position));
  const fields: DraftFields = {
    ...storedFields(row),
    publishedAt: row.publishedAt,
    updatedAt: undefined,
    tags: taggings.map((tagging) => tagging.name),
  };
  return isSlugDecided(row) ? fields : { ...fields, slug: undefined };
}

/** The texts of the form of a stored post. */
export async function readValues(
  row: StoredRow,
  timeZone: string,
  db: Database,
): Promise<FormValues> {
  return valuesOfPost(await readFields(row, db), timeZone);
}
