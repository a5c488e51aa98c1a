// Made-up posts: kinds, lengths and dates as in an archive of 24 years.
import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '../../db/client';
import { RENDERER_VERSION } from '../../markdown/render';
import type { PostKind } from '../../posts/kinds';
import { bell, chance, oneOf } from './chance';

/** Posts `from` to `to` of `count`, oldest first. */
export type Batch = { from: number; to: number; count: number };

type Shape = {
  /** Posts of this kind in an archive of 16,895. */
  share: number;
  /** Paragraphs: half the posts have fewer; and how far the rest goes beyond. */
  medianParagraphs: number;
  spread: number;
  /** Mean number of tags. */
  tags: number;
};

export const shapes: Record<PostKind, Shape> = {
  entry: { share: 3327, medianParagraphs: 5, spread: 1.1, tags: 3.3 },
  blogmark: { share: 8457, medianParagraphs: 1, spread: 0.6, tags: 3.6 },
  quotation: { share: 1440, medianParagraphs: 1.6, spread: 0.5, tags: 4 },
  note: { share: 152, medianParagraphs: 4.5, spread: 0.6, tags: 5.3 },
  beat: { share: 3519, medianParagraphs: 0, spread: 0, tags: 0.6 },
};

const maxParagraphs = 120;
const years = 24;
const i = sql`i`;

/** A value by kind, chosen where the row has one. */
const byKind = (figure: (shape: Shape) => number): SQL => {
  const cases = Object.entries(shapes).map(
    ([kind, shape]) => sql`when ${kind} then ${figure(shape)}::float8`,
  );
  return sql`case kind ${sql.join(cases, sql` `)} end`;
};

/** The kind at a share of all posts. */
const kindAt = (u: SQL): SQL => {
  const total = Object.values(shapes).reduce((sum, { share }) => sum + share, 0);
  let passed = 0;
  const cases = Object.entries(shapes).map(([kind, { share }]) => {
    passed += share;
    return sql`when ${u} < ${passed / total}::float8 then ${kind}`;
  });
  return sql`case ${sql.join(cases, sql` `)} else 'beat' end`;
};

/** How many tags a post gets: often none, sometimes many. */
export const tagCountOf: SQL<number> = sql<number>`least(12, floor(-ln(1 - ${chance(sql`id`, 20)}) * (${byKind(({ tags }) => tags)} + 0.5)))::int`;

/**
 * Stores a batch. The number of posts a day grows evenly from nothing, so the moment of a post
 * goes by the root of its number.
 */
export async function insertPostBatch({ from, to, count }: Batch, tx: Database): Promise<void> {
  await tx.execute(sql`
    with numbered as (
      select i::bigint as i, ${kindAt(chance(sql`i::bigint`, 10))} as kind,
        now() - make_interval(secs => 60 + ${years}::float8 * 365.25 * 86400 * (1 - sqrt(i / ${count}::float8))) as at
      from generate_series(${from}::int, ${to}::int) as i
    ), shaped as materialized (
      select *, least(${maxParagraphs}::int, case when kind = 'beat' then 0
        else greatest(1, round(${byKind((shape) => shape.medianParagraphs)} * exp(${byKind((shape) => shape.spread)} * ${bell(i, 11)}))) end)::int as length
      from numbered
    ), parts as (
      select shaped.i, part, ${oneOf(4000, sql`shaped.i * 256 + part`, 13)} as paragraph
      from shaped cross join lateral generate_series(1, shaped.length) as part
    ), texts as materialized (
      select parts.i, string_agg(p.body, E'\\n\\n' order by part) as body,
        string_agg(p.html, '' order by part) as html,
        max(p.html) filter (where part = 1) as first_html, sum(p.words)::int as words
      from parts join bench_paragraphs p on p.id = parts.paragraph group by parts.i
    ), told as (
      select shaped.*, t.title || ' ' || shaped.i as title, coalesce(texts.body, '') as body,
        coalesce(texts.html, '') as html, coalesce(texts.first_html, '') as first_html,
        coalesce(texts.words, 0) as words, small.body as small
      from shaped
      left join texts on texts.i = shaped.i
      join bench_titles t on t.id = ${oneOf(5000, sql`shaped.i`, 14)}
      join bench_paragraphs small on small.id = ${oneOf(4000, sql`shaped.i`, 15)}
    )
    insert into posts (id, kind, number, slug, status, published_at, published_on,
      first_published_at, created_at, updated_at, title, body, link_url, link_title, source,
      source_url, beat_type, commentary, renderer_version, display_title, html, excerpt_html,
      context_html, has_more, plain_text, word_count)
    overriding system value
    select i, kind, i, left(lower(replace(title, ' ', '-')), 50) || '-' || i, 'published', at,
      (at at time zone 'UTC')::date, at, at, at,
      case when kind in ('entry', 'beat') then title end, body,
      case when kind in ('blogmark', 'beat') then 'https://example.org/' || i end,
      case when kind = 'blogmark' then title end,
      case when kind = 'quotation' then title end,
      case when kind = 'quotation' then 'https://example.org/' || i end,
      case when kind = 'beat' then (array['release', 'til', 'tool', 'research'])[${oneOf(4, i, 16)}] end,
      case when kind = 'beat' then left(small, 110) end,
      ${RENDERER_VERSION}::int,
      case when kind = 'quotation' then 'A quote from ' || title else title end,
      html, first_html, case when kind = 'beat' then left(small, 110) else '' end,
      kind = 'entry' and length > 1,
      case when kind = 'beat' then left(small, 110) else body end, words
    from told order by i`);
}
