// What the forms that change tags hold, and the addresses of their pages.
import { z } from 'zod';
import { tagSorts } from './author-queries';

/** Most tags that one form names. */
const maxTags = 200;

/** As many digits as every id of the table can have. */
const id = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number);

/** A tag in an address. */
export const tagId = id;

/** Ids with commas between them, as a hidden field or an address holds them. */
const ids = z
  .string()
  .transform((text) => text.split(',').filter(Boolean))
  .pipe(z.array(id).min(1));

/** The same, of tags that one form names. */
export const idList = ids.refine((list) => list.length <= maxTags);

const name = z
  .string()
  .trim()
  .min(1, 'Give it a name.')
  .max(100, 'At most 100 characters.')
  .refine((text) => !/[,\n\r\0]/.test(text), 'A name has no commas: they stand between tags.');

export const renameInput = z.object({
  id,
  name,
  slug: z.string().trim().max(100, 'At most 100 characters.').default(''),
});

export const describeInput = z.object({
  id,
  description: z
    .string()
    .max(20_000, 'At most 20,000 characters.')
    .transform((text) => text.replaceAll('\0', '').replace(/\r\n?/g, '\n')),
});

export const mergeInput = z.object({ from: idList, into: id });

/** `posts` is how many the author was told of. */
export const deleteInput = z.object({ id, posts: z.coerce.number().int().nonnegative() });

/** Of the tags ticked, unless it is all that no post has. */
export const deleteUnusedInput = z.object({ which: z.enum(['ticked', 'all']).default('ticked') });

export const tickedTags = z.array(id).max(maxTags);

/** All unused tags can be deleted at once, however many: so it is taken back. */
export const undoInput = z.object({ changes: ids });

/** The two ids of a pair. */
export const distinguishInput = z.object({ pair: idList.pipe(z.tuple([z.number(), z.number()])) });

export const tagViews = ['all', 'unused', 'alike', 'history'] as const;
export type TagView = (typeof tagViews)[number];

/** The first of several; without NUL, which Postgres takes in no text. */
const one = (value: unknown) => {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' ? first.replaceAll('\0', '') : first;
};

/** The query of the list: whatever is wrong in it counts as not said. */
export const tagListQuery = z.object({
  view: z.preprocess(one, z.enum(tagViews)).catch('all'),
  q: z.preprocess(one, z.string().max(100)).catch(''),
  sort: z.preprocess(one, z.enum(tagSorts)).catch('count'),
  page: z.preprocess(one, z.coerce.number().int().min(1).max(100_000)).catch(1),
  /** Changes that have just been made, to be told of. */
  done: z.preprocess(one, idList).catch([]),
});

export type TagListQuery = z.output<typeof tagListQuery>;

/** The query of the page that asks before it merges: ids in several fields or with commas. */
export const mergeQuery = z.object({
  from: z.preprocess((value) => [value ?? ''].flat().join(','), idList).catch([]),
  /** A name or an address. */
  into: z.preprocess(one, z.string().trim().max(200)).catch(''),
  /** Whether the author wanted to give one tag the name of another. */
  taken: z.preprocess(one, z.literal('1')).optional().catch(undefined),
});
