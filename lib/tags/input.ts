// What the forms that change tags hold, and the addresses of their pages.
import { z } from 'zod';
import { queryText, rowId } from '../input';
import { withoutNul } from '../texts';
import { tagSorts } from './author-queries';

/** Most tags that one form names. */
const maxTags = 200;

/** Ids with commas between them, as a hidden field or an address holds them. */
const ids = z
  .string()
  .transform((text): unknown[] => text.split(',').filter(Boolean))
  .pipe(z.array(rowId).min(1));

/** The same, of tags that one form names. */
export const idList = ids.refine((list) => list.length <= maxTags);

const name = z
  .string()
  .trim()
  .min(1, 'Give it a name.')
  .max(100, 'At most 100 characters.')
  .refine((text) => !/[,\n\r\0]/.test(text), 'A name has no commas: they stand between tags.');

export const renameInput = z.object({
  id: rowId,
  name,
  slug: z.string().trim().max(100, 'At most 100 characters.').default(''),
});

export const describeInput = z.object({
  id: rowId,
  description: z
    .string()
    .max(20_000, 'At most 20,000 characters.')
    .transform((text) => withoutNul(text).replace(/\r\n?/g, '\n')),
});

export const mergeInput = z.object({ from: idList, into: rowId });

/** `posts` is how many the author was told of. */
export const deleteInput = z.object({ id: rowId, posts: z.coerce.number().int().nonnegative() });

/** Of the tags ticked, unless it is all that no post has. */
export const deleteUnusedInput = z.object({ which: z.enum(['ticked', 'all']).default('ticked') });

export const tickedTags = z.array(rowId).max(maxTags);

/** All unused tags can be deleted at once, however many: so it is taken back. */
export const undoInput = z.object({ changes: ids });

/** The two ids of a pair. */
export const distinguishInput = z.object({ pair: idList.pipe(z.tuple([z.number(), z.number()])) });

export const tagViews = ['all', 'unused', 'alike', 'history'] as const;
export type TagView = (typeof tagViews)[number];

/** The query of the list: whatever is wrong in it counts as not said. */
export const tagListQuery = z.object({
  view: queryText.pipe(z.enum(tagViews)).catch('all'),
  q: queryText.pipe(z.string().max(100)).catch(''),
  sort: queryText.pipe(z.enum(tagSorts)).catch('count'),
  page: queryText.pipe(z.coerce.number().int().min(1).max(100_000)).catch(1),
  /** Changes that have just been made, to be told of. */
  done: queryText.pipe(idList).catch([]),
});

export type TagListQuery = z.output<typeof tagListQuery>;

/** The query of the page that asks before it merges: ids in several fields or with commas. */
export const mergeQuery = z.object({
  from: z.preprocess((value) => [value ?? ''].flat().join(','), idList).catch([]),
  /** A name or an address. */
  into: queryText.pipe(z.string().trim().max(200)).catch(''),
  /** Whether the author wanted to give one tag the name of another. */
  taken: queryText.pipe(z.literal('1')).optional().catch(undefined),
});
