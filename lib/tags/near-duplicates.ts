// Which tags may be two names of one thing, and which pairs an author has said are not.
import { sql } from 'drizzle-orm';
import { type Database, database } from '../db/client';
import { tagDistinctions } from '../db/schema';
import type { TagCount } from '../posts/types';

/** In what two tags differ: signs, spaces and accents; singular and plural; one letter. */
export const likenesses = ['spelling', 'plural', 'letter'] as const;
export type Likeness = (typeof likenesses)[number];

/** Two tags that look alike; the one with more posts is the one to keep. */
export type NearDuplicate = { keep: TagCount; drop: TagCount; likeness: Likeness };

/** Shorter words differ in a letter all the time: `hack`, `back`. */
const shortest = { added: 6, swapped: 6, replaced: 8 };
/** For sorting some two hundred thousand short texts in memory. */
const workMemory = '32MB';

/**
 * Words without signs and accents, each under a key for what it is, for its singular, and for what
 * remains when any one letter is left out: two words that are a letter apart share such a key.
 * Digits tell things apart (`python2`, `python3`) and are never left out.
 */
const marks = sql`
  with plain as (
    select id, regexp_replace(
      regexp_replace(normalize(slug, NFKD), '[\\u0300-\\u036f]', '', 'g'), '[-_]', '', 'g') as word
    from tags
  ), word as (
    select id, word, length(word) as length, case
      when word ~ '[^aeious]ies$' and length(word) > 4 then left(word, -3) || 'y'
      when word ~ '(ch|sh|x|ss)es$' then left(word, -2)
      when word ~ '[^aious]s$' and length(word) > 3 then left(word, -1)
      else word end as singular
    from plain
  ), mark as (
    select 'whole' as kind, word as key, id, length, 0 as cut, '' as letter from word
    union all
    select 'singular', singular, id, length, 0, '' from word
    union all
    select 'whole', left(word, i - 1) || substr(word, i + 1), id, length, i, substr(word, i, 1)
    from word cross join lateral generate_series(1, length) as i
    where length >= ${Math.min(shortest.swapped, shortest.replaced)} and substr(word, i, 1) !~ '\\d'
  )`;

/** A different first letter makes another word: `blogging`, `logging`. */
const likeness = sql`case
  when kind = 'singular' then 2
  when a.cut = 0 and b.cut = 0 then 1
  when a.cut = 0 and b.cut > 1 and a.length >= ${shortest.added} then 3
  when a.cut = b.cut and a.cut > 1 and a.length = b.length and a.length >= ${shortest.replaced} then 3
  when b.cut = a.cut + 1 and a.length = b.length and a.letter = b.letter then 3 end`;

type Row = { likeness: number; keep: TagCount; other: TagCount; total: number };

/** Pairs of tags that look alike, the likest and most used first, and how many there are. */
export async function listNearDuplicates(
  limit: number,
  db = database(),
): Promise<{ pairs: NearDuplicate[]; total: number }> {
  const rows = await db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('work_mem', ${workMemory}, true)`);
    return tx.execute<Row>(sql`${marks}, alike as (
        select kind, array_agg(id) as ids, array_agg(length) as lengths, array_agg(cut) as cuts,
          array_agg(letter) as letters
        from mark group by kind, key having min(id) < max(id)
      ), pair as (
        select least(a.id, b.id) as one, greatest(a.id, b.id) as other, min(${likeness}) as likeness
        from alike, unnest(ids, lengths, cuts, letters) as a (id, length, cut, letter),
          unnest(ids, lengths, cuts, letters) as b (id, length, cut, letter)
        where a.id <> b.id group by 1, 2
      )
      select likeness, ${tagJson('one')} as keep, ${tagJson('two')} as other,
        count(*) over ()::int as total
      from pair join tags one on one.id = pair.one join tags two on two.id = pair.other
      where likeness is not null and not exists (
        select from tag_distinctions told
        where told.tag_id = pair.one and told.other_tag_id = pair.other)
      order by likeness, one.published_count + two.published_count desc, one.slug, two.slug
      limit ${limit}`);
  });
  return { pairs: rows.map(toPair), total: rows[0]?.total ?? 0 };
}

const tagJson = (table: 'one' | 'two') => {
  const column = (name: string) => sql.raw(`${table}.${name}`);
  return sql`json_build_object('id', ${column('id')}, 'slug', ${column('slug')},
    'name', ${column('name')}, 'count', ${column('published_count')})`;
};

/** Of two with as many posts the older one stays. */
function toPair({ keep, other, likeness }: Row): NearDuplicate {
  const name = likenesses[likeness - 1];
  if (name === undefined) throw new Error(`There is no likeness ${likeness}.`);
  return other.count > keep.count
    ? { keep: other, drop: keep, likeness: name }
    : { keep, drop: other, likeness: name };
}

/** Remembers that two tags are not the same; whether they exist does not matter. */
export async function distinguishTags(one: number, other: number, db: Database): Promise<void> {
  if (one === other) return;
  await db.execute(sql`
    insert into ${tagDistinctions} (tag_id, other_tag_id)
    select least(a.id, b.id), greatest(a.id, b.id) from tags a, tags b
    where a.id = ${one} and b.id = ${other} on conflict do nothing`);
}
