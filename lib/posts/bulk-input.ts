// What the form of the author's list sends, checked at the border.
import { z } from 'zod';
import { type BulkChange, bulkChanges, type Chosen } from './bulk';

/** Most posts that are changed at a time: each is looked at on its own. */
export const maxChosen = 200;
/** Most posts of a whole list that are tagged at a time: they are changed together. */
export const maxTagged = 1000;

const largestId = 2_147_483_647;
const number = z.coerce.number().int().min(1).max(largestId);
const names = [...bulkChanges, 'add-tags', 'remove-tags', 'empty-bin'] as const;

/** `bin`, or `bin:12` from a button that means one post alone. */
const change = z
  .string()
  .regex(/^[a-z-]+(:\d{1,10})?$/)
  .transform((text, context) => {
    const [given, id] = text.split(':');
    const name = names.find((known) => known === given);
    if (name === undefined) {
      context.addIssue('is nothing that can be done to posts');
      return z.NEVER;
    }
    return { name, only: id === undefined ? null : Number(id) };
  });

/** What is done to posts. */
const changeInput = z.object({
  change,
  /** As written, with commas between them. */
  tags: z
    .string()
    .default('')
    .transform((text) => text.split(/[,\n]/).map((name) => name.trim().replace(/^#/, '')))
    .transform((names) => names.filter((name) => name !== '')),
  /** Whether all that the list's filter finds is meant, not what is ticked. */
  everything: z.string().optional(),
  /** The list's filter, as the query that says it. */
  filter: z.string().max(1000).default(''),
});

export type ListRequest = z.output<typeof changeInput>;

/** The posts that are ticked; what is no id is none. */
export function chosenIn(form: FormData): number[] {
  return form.getAll('post').flatMap((value) => {
    const id = number.safeParse(value);
    return id.success ? [id.data] : [];
  });
}

/** How a change is taken back, as one field of a form. */
export type Undo =
  | { by: Exclude<BulkChange, 'delete' | 'publish'>; posts: Required<Chosen>[] }
  | { by: 'tags'; changeIds: number[] };

export function undoText(undo: Undo): string {
  return undo.by === 'tags'
    ? `tags ${undo.changeIds.join(' ')}`
    : `${undo.by} ${undo.posts.map(({ id, version }) => `${id}.${version}`).join(' ')}`;
}

const pair = /^(\d{1,10})\.(\d{1,10})$/;

/** What is taken back. */
const undoInput = z.object({
  undo: z
    .string()
    .regex(/^(unpublish|republish|bin|restore)( \d{1,10}\.\d{1,10})+$|^tags( \d{1,10})+$/)
    .transform((text): Undo => {
      const [by = '', ...rest] = text.split(' ');
      const posts = rest.flatMap((one) => {
        const [, id, version] = pair.exec(one) ?? [];
        return id && version ? [{ id: Number(id), version: Number(version) }] : [];
      });
      switch (by) {
        case 'unpublish':
        case 'republish':
        case 'bin':
        case 'restore':
          return { by, posts };
        default:
          return { by: 'tags', changeIds: rest.map(Number) };
      }
    }),
});

/** One action for the whole list: what it answered last is what the page says. */
export const listInput = z.union([undoInput, changeInput]);
