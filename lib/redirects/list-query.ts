// What the address of the redirects' list may ask for. What makes no sense is left out.
import { z } from 'zod';
import { queryText, rowId } from '../input';

/** The host that stands for this site, whose rows have none. */
export const thisSite = 'this-site';

export const listQuery = z.object({
  q: queryText.pipe(z.string().max(500)).catch(''),
  host: queryText
    .transform((host) => host || undefined)
    .pipe(z.string().max(300).optional())
    .catch(undefined),
  page: queryText.pipe(z.coerce.number().int().positive().max(10_000)).catch(1),
  edit: queryText.pipe(rowId).optional().catch(undefined),
});
