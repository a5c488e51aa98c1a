// How often each of many things occurs: like words and tags, the commonest a great deal, most of
// them hardly ever (https://en.wikipedia.org/wiki/Zipf%E2%80%93Mandelbrot_law). Pure.
import { type SQL, sql } from 'drizzle-orm';

/**
 * How flat the head of the distribution is. With 2.5 the ten commonest tags stand to each other as
 * in an archive grown over 24 years: the first on 4 % of all taggings, the tenth on 1 %.
 */
const flatness = 2.5;

/** The rank, 1 to `count`, at a share `u` in [0, 1) of all occurrences. */
export function zipfRank(u: number, count: number): number {
  const spread = (count + flatness) / flatness;
  return Math.min(count, Math.floor(flatness * spread ** u - flatness + 1));
}

/** The same in Postgres. */
export function zipfRankSql(u: SQL, count: number): SQL<number> {
  const spread = (count + flatness) / flatness;
  return sql<number>`least(${count}::int, floor(${flatness}::float8 * power(${spread}::float8, ${u}) - ${flatness - 1}::float8)::int)`;
}
