// What a form may say of a series.
import { z } from 'zod';
import { rowId } from '../input';
import { maxSlugLength, postSlug } from '../slugs';

/** `/series/page/` would be a page of the index. */
const reserved = ['page'];

export const seriesInput = z
  .object({
    title: z.string().trim().min(1, 'Give the series a title.').max(200, 'At most 200 characters.'),
    slug: z
      .string()
      .trim()
      .toLowerCase()
      .regex(/^([a-z0-9_-]{1,64})?$/, 'Letters a to z, digits, - and _, at most 64 of them.')
      .refine((slug) => !reserved.includes(slug), 'This address is taken by the site itself.')
      .default(''),
    summary: z.string().max(20_000, 'At most 20,000 characters.').default(''),
  })
  .transform(({ slug, ...rest }) => ({ ...rest, slug: slug || slugOf(rest.title) }));

export type SeriesInput = z.input<typeof seriesInput>;
export type SeriesFields = z.output<typeof seriesInput>;

/** A title that leaves nothing, such as one of dashes, gives the kind of thing it is. */
function slugOf(title: string): string {
  const slug = postSlug(title, 'a-series').slice(0, maxSlugLength);
  return reserved.includes(slug) ? `${slug}-series` : slug;
}

/** What is to be changed, and what it is to say. */
export const seriesChange = z.intersection(z.object({ id: rowId }), seriesInput);

/** A post that a series is to have, or to have no longer: the button that was pressed names it. */
export const memberChange = z.object({
  id: rowId,
  add: rowId.optional(),
  remove: rowId.optional(),
});

const deletedSeries = z.object({
  title: z.string(),
  slug: z.string(),
  summary: z.string(),
  postIds: z.array(z.number().int()),
  formerSlugs: z.array(z.string()),
});

/** A series that was deleted, with what it takes to bring it back. */
export type DeletedSeries = z.infer<typeof deletedSeries>;

/** A series to be deleted, or one that was, as the answer to that gave it. */
export const seriesDeletion = z.union([
  z.object({ restore: z.string().transform((text) => deletedSeries.parse(JSON.parse(text))) }),
  z.object({ id: rowId }),
]);
