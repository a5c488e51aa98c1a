// Chance inside Postgres: repeatable, so that two runs measure the same posts.
import { type SQL, sql } from 'drizzle-orm';

/** A number in [0, 1) that depends on these two alone. */
export const chance = (key: SQL, seed: number): SQL<number> =>
  sql<number>`((hashint8extended(${key}, ${seed}::bigint) & 4294967295) / 4294967296.0::float8)`;

/** A whole number from 1 to `count`. */
export const oneOf = (count: number, key: SQL, seed: number): SQL<number> =>
  sql<number>`(1 + floor(${chance(key, seed)} * ${count}::int))::int`;

/** A draw from the bell curve around 0 (Box and Muller). */
export const bell = (key: SQL, seed: number): SQL<number> =>
  sql<number>`(sqrt(-2 * ln(1 - ${chance(key, seed)})) * cos(2 * pi() * ${chance(key, seed + 1)}))`;
