// What the inputs of all nouns have in common, checked at the border.
import { z } from 'zod';
import { firstText } from './texts';

/** The largest integer of a column. */
export const largestInteger = 2_147_483_647;

/**
 * The id of a row, as digits or as a number. One that no column can hold names none: it would be an
 * error of Postgres, not an answer.
 */
export const rowId = z.preprocess(
  (given) => (typeof given === 'string' && /^[1-9]\d{0,9}$/.test(given) ? Number(given) : given),
  z.int().positive().max(largestInteger),
);

/** The id in an address; null for what names no row. */
export const readRowId = (text: string): number | null => rowId.safeParse(text).data ?? null;

/**
 * A name's value in the query of an address, empty where it has none; to be piped into what it has
 * to be, of which nothing is known here.
 */
export const queryText = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value): unknown => firstText(value));
