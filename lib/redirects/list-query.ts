// What the address of the redirects' list may ask for. What makes no sense is left out.
import { z } from 'zod';

/** The first of several; without NUL, which Postgres takes in no text. */
const once = (value: unknown) => {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' ? first.replaceAll('\0', '') : first;
};
const number = z.coerce.number().int().positive().max(1_000_000_000);

/** The host that stands for this site, whose rows have none. */
export const thisSite = 'this-site';

export const listQuery = z.object({
  q: z.preprocess(once, z.string().max(500).catch('')).default(''),
  host: z.preprocess(
    (value) => once(value) || undefined,
    z.string().max(300).optional().catch(undefined),
  ),
  page: z.preprocess(once, number.max(10_000).catch(1)).default(1),
  edit: z.preprocess(once, number.optional().catch(undefined)),
});
