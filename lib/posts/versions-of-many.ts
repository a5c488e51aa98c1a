// Keeps versions of many posts at a time, as posts/versions.ts does of one: made by the database,
// for it has everything that they hold.
import { inArray, type SQL, sql } from 'drizzle-orm';
import type { Database } from '../db/client';
import { posts, type VersionReason } from '../db/schema';
import { type VersionFields, versionFields } from './versions';

const isColumn = (name: string): name is keyof VersionFields => name in versionFields.shape;

const columnOf = (name: keyof VersionFields): SQL =>
  name === 'publishedAt'
    ? sql`to_char(published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
    : sql`${posts[name]}`;

/** What rows of `posts` say, as a version holds it. */
const fields: SQL = sql`jsonb_build_object(${sql.join(
  Object.keys(versionFields.shape)
    .filter(isColumn)
    .map((name) => sql`${sql.raw(`'${name}'`)}, ${columnOf(name)}`),
  sql`, `,
)})`;

const tagIds = sql`coalesce(
  (select array_agg(tag_id order by position) from post_tags where post_id = posts.id), '{}')`;

const ids = (postIds: number[]) => sql`${sql.param(postIds)}::int[]`;

/** Before posts change for the first time: keeps what they say. Their rows are locked. */
export async function keepFirstVersions(postIds: number[], tx: Database): Promise<void> {
  await tx.execute(sql`
    insert into post_versions (post_id, version, reason, fields, tag_ids, person_id, saved_at)
    select id, version, 'first', ${fields}, ${tagIds}, author_id, updated_at from posts
    where id = any(${ids(postIds)})
      and not exists (select from post_versions where post_id = posts.id)`);
}

type Keeping = { reason: VersionReason; personId: number | null; at: Date };

/** After posts have changed: counts their versions up and keeps what they say now. */
export async function keepNextVersions(
  postIds: number[],
  { reason, personId, at }: Keeping,
  tx: Database,
): Promise<void> {
  await tx
    .update(posts)
    .set({ version: sql`${posts.version} + 1` })
    .where(inArray(posts.id, postIds));
  await tx.execute(sql`
    insert into post_versions (post_id, version, reason, fields, tag_ids, person_id, saved_at)
    select id, version, ${reason}, ${fields}, ${tagIds}, ${personId}, ${at.toISOString()}
    from posts where id = any(${ids(postIds)})`);
}
