// What a merge would do, told before it is done.
import { inArray, type SQL, sql } from 'drizzle-orm';
import { database } from '../db/client';
import { tags } from '../db/schema';
import type { PostKind } from '../posts/kinds';
import type { TagRef } from '../posts/types';
import { listTagsBeside, postsTagged, readShownPosts } from './affected';

export type MergePreview = {
  into: TagRef;
  from: TagRef[];
  /** Posts that move, each once, by kind. */
  kinds: { kind: PostKind; posts: number }[];
  posts: number;
  /** Of these: have the tag that stays as well, are not public, lie in the bin. */
  haveBoth: number;
  unpublished: number;
  binned: number;
  /** Whose description the tag that stays takes over. */
  descriptionOf: TagRef | null;
  /** Pages that will be rendered anew; null where they are too many to count. */
  pages: { posts: number; days: number; months: number; tags: number } | null;
};

type KindRow = { kind: PostKind; posts: number; both: number; unpublished: number; binned: number };

/** Null when one of the tags is not there, or nothing would be merged. */
export async function previewMerge(
  from: number[],
  into: number,
  now = new Date(),
  db = database(),
): Promise<MergePreview | null> {
  const sources = [...new Set(from)].filter((id) => id !== into);
  const found = await db
    .select({ id: tags.id, slug: tags.slug, name: tags.name, description: tags.description })
    .from(tags)
    .where(inArray(tags.id, [...sources, into]));
  const byId = new Map(found.map((tag) => [tag.id, tag]));
  const target = byId.get(into);
  const going = sources.flatMap((id) => byId.get(id) ?? []);
  if (target === undefined || going.length === 0 || going.length < sources.length) return null;
  const [kinds, pages] = await Promise.all([
    db.execute<KindRow>(countByKind(sources, into, now)),
    countPages(sources, into, now, db),
  ]);
  const sum = (figure: (row: KindRow) => number) =>
    kinds.reduce((total, row) => total + figure(row), 0);
  const described = going.find((tag) => tag.description !== '');
  return {
    into: toRef(target),
    from: going.map(toRef),
    kinds: kinds.map(({ kind, posts }) => ({ kind, posts })),
    posts: sum((row) => row.posts),
    haveBoth: sum((row) => row.both),
    unpublished: sum((row) => row.unpublished),
    binned: sum((row) => row.binned),
    descriptionOf: target.description === '' && described ? toRef(described) : null,
    pages,
  };
}

const toRef = ({ id, slug, name }: TagRef): TagRef => ({ id, slug, name });

const countByKind = (sources: number[], into: number, now: Date): SQL => sql`
  select kind, count(*)::int as posts,
    count(*) filter (where exists (
      select from post_tags where post_id = posts.id and tag_id = ${into}))::int as both,
    count(*) filter (where deleted_at is null
      and (listed_at is null or listed_at > ${now.toISOString()}))::int as unpublished,
    count(*) filter (where deleted_at is not null)::int as binned
  from posts where id in (
    select post_id from post_tags where tag_id = any(${sql.param(sources)}::int[]))
  group by kind order by posts desc, kind`;

async function countPages(sources: number[], into: number, now: Date, db = database()) {
  const shown = await readShownPosts(postsTagged(sources, now), now, db);
  const beside = shown && (await listTagsBeside(postsTagged([...sources, into], now), db));
  if (shown === null || (shown.count > 0 && beside === null)) return null;
  const months = new Set(shown.days.map((day) => day.slice(0, 7)));
  return {
    posts: shown.count,
    days: shown.days.length,
    months: months.size,
    // Those that merge have theirs by other words.
    tags: beside?.filter((id) => id !== into && !sources.includes(id)).length ?? 0,
  };
}
