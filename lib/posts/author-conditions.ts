// What an author's filter and rights say of posts, as conditions on `posts`. Who may see what is
// decided here for the whole dashboard: owners see everything; authors see their own posts and of
// others what readers see.
import { and, eq, inArray, isNotNull, isNull, ne, or, type SQL, sql } from 'drizzle-orm';
import type { Actor } from '../auth/actor';
import { postEdits, posts, postTags } from '../db/schema';
import { type AuthorFilter, filterWords, type ListStatus } from './author-filter';
import { isListed } from './visibility';

type Viewer = Pick<Actor, 'id' | 'role'>;

/** Posts that somebody may change. */
export const isEditableBy = (actor: Viewer): SQL | undefined =>
  actor.role === 'owner' ? undefined : eq(posts.authorId, actor.id);

/** Posts that somebody may see in the dashboard. */
export const isSeenBy = (actor: Viewer, now: Date): SQL | undefined =>
  actor.role === 'owner' ? undefined : or(eq(posts.authorId, actor.id), isListed(now));

const isKept = isNull(posts.deletedAt);
const withCopy = sql`(select ${postEdits.postId} from ${postEdits})`;

/** That a post has changes that are not saved and that somebody may see. */
export const hasChanges = (actor: Viewer): SQL | undefined =>
  and(inArray(posts.id, withCopy), isEditableBy(actor));

/**
 * That a post is in a state. Null is what stands in no group of its own: published, and with no
 * changes that the author could go on with.
 */
export function isInState(status: ListStatus | null, actor: Viewer, now: Date): SQL | undefined {
  switch (status) {
    // Written out: an index for one state serves only a query that names it.
    case 'draft':
      return and(sql`${posts.status} = 'draft'`, isKept, isEditableBy(actor));
    case 'scheduled':
      return and(sql`${posts.status} = 'scheduled'`, isKept, isEditableBy(actor));
    case 'changed':
      return and(ne(posts.status, 'draft'), isKept, hasChanges(actor));
    case 'binned':
      return and(isNotNull(posts.deletedAt), isEditableBy(actor));
    case 'live':
      return and(isKept, isListed(now), isSeenBy(actor, now));
    case null:
      return and(
        isKept,
        eq(posts.status, 'published'),
        isSeenBy(actor, now),
        sql`(${hasChanges(actor)}) is not true`,
      );
  }
}

/** A filter whose tag is looked up, 0 for one that there is not, and whose search is understood. */
export type KnownFilter = AuthorFilter & { tagId: number | null; found: SQL | null };

/** The parts of a filter that few posts of many may meet. */
export function isAmong(filter: KnownFilter, actor: Viewer): SQL | undefined {
  const { tagId, found, author, text, isRemoved } = filter;
  return and(
    tagId === null ? undefined : hasTag(tagId),
    found === null ? undefined : inArray(posts.id, found),
    author === 'mine' ? eq(posts.authorId, actor.id) : undefined,
    ...filterWords(text).map((word) => sql`${posts.findText} like find_pattern(${word})`),
    isRemoved ? sql`${posts.removed} <> '[]'` : undefined,
  );
}

/** The same where working copies are looked into as well; they are joined. */
export function isAmongEdited(filter: KnownFilter, actor: Viewer): SQL | undefined {
  return and(
    isAmong({ ...filter, text: '' }, actor),
    ...filterWords(filter.text).map(
      (word) =>
        sql`(${posts.findText} like find_pattern(${word}) or ${copyText} like find_pattern(${word}))`,
    ),
  );
}

export const isOfKind = ({ kind }: AuthorFilter): SQL | undefined =>
  kind === null ? undefined : eq(posts.kind, kind);

const hasTag = (id: number): SQL =>
  inArray(
    posts.id,
    sql`(select ${postTags.postId} from ${postTags} where ${postTags.tagId} = ${id})`,
  );

const copied = (name: string) => sql`coalesce(${postEdits.values} ->> ${name}, '')`;

/** Of a working copy the same as `find_text` holds of a post. */
const copyText = sql`lower(regexp_replace(concat_ws(' ', '', ${copied('title')}, ${copied('linkTitle')}, ${copied('source')}, left(${copied('linkUrl')}, 200), left(${copied('body')}, 160), ''), '[^[:alnum:]]+', ' ', 'g'))`;
