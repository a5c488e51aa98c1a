// What the form of the author's list sends, checked at the border.
import { z } from 'zod';
import { rowId } from '../input';
import { type BulkChange, bulkChanges, type Chosen } from './bulk';

/** Most posts that are changed at a time: each is looked at on its own. */
export const maxChosen = 200;
/** Most posts of a whole list that are tagged at a time: they are changed together. */
export const maxTagged = 1000;

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
    const id = rowId.safeParse(value);
    return id.success ? [id.data] : [];
  });
}

/** How a change is taken back, as one field of a form. */
export type Undo =
  | { by: Exclude<BulkChange, 'delete' | 'publish'>; posts: Required<Chosen>[] }
  | { by: 'tags'; changeIds: number[] };

/** `unpublish 12.3 14.2@2026-01-15T09:30:00.000Z`: post and version, and when it was to go live. */
export function undoText(undo: Undo): string {
  return undo.by === 'tags'
    ? `tags ${undo.changeIds.join(' ')}`
    : `${undo.by} ${undo.posts.map(postText).join(' ')}`;
}

function postText({ id, version, scheduledFor }: Required<Chosen>): string {
  return `${id}.${version}${scheduledFor === null ? '' : `@${scheduledFor.toISOString()}`}`;
}

const post = /^(\d{1,10})\.(\d{1,10})(?:@(.+))?$/;
const time = z.iso.datetime({ precision: 3 }).transform((text) => new Date(text));

/** The posts of an undo; null where one is none, or its time is none. */
function readPosts(texts: string[]): Required<Chosen>[] | null {
  const posts: Required<Chosen>[] = [];
  for (const text of texts) {
    const [, id, version, at] = post.exec(text) ?? [];
    const scheduledFor = time.optional().safeParse(at);
    if (!id || !version || !scheduledFor.success) return null;
    const given = { id: Number(id), version: Number(version) };
    posts.push({ ...given, scheduledFor: scheduledFor.data ?? null });
  }
  return posts;
}

/** What is taken back. */
const undoInput = z.object({
  undo: z
    .string()
    .regex(
      /^unpublish( \d{1,10}\.\d{1,10}(@[\d:.TZ-]{24})?)+$|^(republish|bin|restore)( \d{1,10}\.\d{1,10})+$|^tags( \d{1,10})+$/,
    )
    .transform((text, context): Undo => {
      const [by = '', ...rest] = text.split(' ');
      if (by === 'tags') return { by, changeIds: rest.map(Number) };
      const posts = readPosts(rest);
      if (posts === null) {
        context.addIssue('names a time that is none');
        return z.NEVER;
      }
      switch (by) {
        case 'unpublish':
        case 'republish':
        case 'bin':
        case 'restore':
          return { by, posts };
        default:
          context.addIssue('is nothing that can be taken back');
          return z.NEVER;
      }
    }),
});

/** One action for the whole list: what it answered last is what the page says. */
export const listInput = z.union([undoInput, changeInput]);
