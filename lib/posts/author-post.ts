// A post as it stands in its author's lists: what it is called, how it stands, and what may be done
// with it there.
import { asc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { Actor } from '../auth/actor';
import { can } from '../auth/permissions';
import type { Day } from '../dates';
import type { Database } from '../db/client';
import { people, postEdits, posts, postTags, tags } from '../db/schema';
import { kinds, type PostKind } from './kinds';
import { domainOf } from './titles';
import type { TagRef } from './types';

export type AuthorPost = {
  id: number;
  kind: PostKind;
  beatType: string | null;
  /** What it is called; of what has no title yet, its first words, or what it is. */
  title: string;
  /** Whether it has nothing by which to call it. */
  isUntitled: boolean;
  /** The first words, where the title does not say what it is about. */
  excerpt: string | null;
  /** The host that it links to. */
  domain: string | null;
  state: 'draft' | 'scheduled' | 'live' | 'binned';
  /** Whether somebody has typed what is not saved. Told only to those who may go on with it. */
  hasChanges: boolean;
  /** When it was or will be published. */
  publishedAt: Date | null;
  /** Where readers find it; null unless it is live. */
  address: { publishedOn: Day; slug: string } | null;
  /** The last change, typing included. */
  changedAt: Date;
  deletedAt: Date | null;
  tags: TagRef[];
  author: string | null;
  isMine: boolean;
  canEdit: boolean;
  canPublish: boolean;
  canDelete: boolean;
};

type Viewer = Pick<Actor, 'id' | 'role'>;

/** More than a line. */
const excerptLength = 140;

const copied = (name: string): SQL<string | null> =>
  sql<string | null>`left(${postEdits.values} ->> ${name}, 300)`;

const columns = {
  id: posts.id,
  kind: posts.kind,
  beatType: posts.beatType,
  status: posts.status,
  title: sql<string | null>`coalesce(${posts.title}, ${posts.linkTitle}, ${posts.source})`,
  displayTitle: posts.displayTitle,
  text: sql<string>`left(${posts.plainText}, 300)`,
  linkUrl: sql<string | null>`coalesce(${posts.linkUrl}, ${posts.sourceUrl})`,
  publishedAt: posts.publishedAt,
  publishedOn: posts.publishedOn,
  listedAt: posts.listedAt,
  slug: posts.slug,
  updatedAt: posts.updatedAt,
  deletedAt: posts.deletedAt,
  authorId: posts.authorId,
  author: people.name,
  copiedAt: postEdits.savedAt,
  copy: {
    title: copied('title'),
    linkTitle: copied('linkTitle'),
    linkUrl: copied('linkUrl'),
    source: copied('source'),
    body: copied('body'),
  },
};

/** Posts by id, in the order of the ids. */
export async function readAuthorPosts(
  ids: number[],
  actor: Viewer,
  now: Date,
  db: Database,
): Promise<AuthorPost[]> {
  if (ids.length === 0) return [];
  const [rows, taggings] = await Promise.all([
    db
      .select(columns)
      .from(posts)
      .leftJoin(people, eq(people.id, posts.authorId))
      .leftJoin(postEdits, eq(postEdits.postId, posts.id))
      .where(inArray(posts.id, ids)),
    db
      .select({ postId: postTags.postId, id: tags.id, slug: tags.slug, name: tags.name })
      .from(postTags)
      .innerJoin(tags, eq(tags.id, postTags.tagId))
      .where(inArray(postTags.postId, ids))
      .orderBy(asc(postTags.position)),
  ]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    if (row === undefined) return [];
    const own = taggings.filter(({ postId }) => postId === id).map(({ postId: _, ...tag }) => tag);
    return [toAuthorPost(row, own, actor, now)];
  });
}

type Row = {
  id: number;
  kind: PostKind;
  beatType: string | null;
  status: 'draft' | 'scheduled' | 'published';
  title: string | null;
  displayTitle: string;
  text: string;
  linkUrl: string | null;
  publishedAt: Date | null;
  publishedOn: Day | null;
  listedAt: Date | null;
  slug: string;
  updatedAt: Date;
  deletedAt: Date | null;
  authorId: number | null;
  author: string | null;
  copiedAt: Date | null;
  copy: Record<'title' | 'linkTitle' | 'linkUrl' | 'source' | 'body', string | null> | null;
};

function toAuthorPost(row: Row, tags: TagRef[], actor: Viewer, now: Date): AuthorPost {
  const of = { authorId: row.authorId };
  const canEdit = can(actor, 'post:edit', of);
  const state = stateOf(row, now);
  const hasCopy = canEdit && row.copiedAt !== null;
  const named = nameOf(row, hasCopy && state === 'draft' ? row.copy : null);
  const isLive = state === 'live' && row.publishedOn !== null;
  return {
    id: row.id,
    kind: row.kind,
    beatType: row.beatType,
    ...named,
    domain: row.linkUrl === null ? null : (domainOf(row.linkUrl) ?? null),
    state,
    hasChanges: hasCopy,
    publishedAt: row.publishedAt,
    address: isLive && row.publishedOn ? { publishedOn: row.publishedOn, slug: row.slug } : null,
    changedAt:
      hasCopy && row.copiedAt && row.copiedAt > row.updatedAt ? row.copiedAt : row.updatedAt,
    deletedAt: row.deletedAt,
    tags,
    author: row.author,
    isMine: row.authorId === actor.id,
    canEdit,
    canPublish: can(actor, 'post:publish', of),
    canDelete: can(actor, 'post:delete', of),
  };
}

function stateOf({ status, deletedAt, listedAt }: Row, now: Date): AuthorPost['state'] {
  if (deletedAt !== null) return 'binned';
  if (listedAt !== null && listedAt <= now) return 'live';
  return status === 'draft' ? 'draft' : 'scheduled';
}

/** What a post is called. What was typed last into a draft comes first. */
function nameOf(row: Row, copy: Row['copy']): Pick<AuthorPost, 'title' | 'isUntitled' | 'excerpt'> {
  const text = firstWords(copy?.body ?? row.text) ?? firstWords(row.text);
  const typed = copy && firstWords(typedTitle(row.kind, copy));
  if (typed) return { title: typed, isUntitled: false, excerpt: excerptOf(row.kind, text) };
  if (firstWords(row.title))
    return { title: row.displayTitle, isUntitled: false, excerpt: excerptOf(row.kind, text) };
  const rest = text ?? firstWords(copy?.linkUrl ?? row.linkUrl);
  return rest === null
    ? { title: `Untitled ${kinds[row.kind].label}`, isUntitled: true, excerpt: null }
    : { title: rest, isUntitled: false, excerpt: null };
}

function typedTitle(kind: PostKind, { title, linkTitle, source }: NonNullable<Row['copy']>) {
  if (kind === 'blogmark') return linkTitle;
  if (kind === 'quotation') return source?.trim() ? `A quote from ${source.trim()}` : null;
  return title;
}

/** A quotation's source does not say what was said. */
const excerptOf = (kind: PostKind, text: string | null) => (kind === 'quotation' ? text : null);

/** The beginning of a text on one line; null of an empty one. */
function firstWords(text: string | null): string | null {
  const line = (text ?? '').replace(/\s+/g, ' ').trim();
  if (line === '') return null;
  if (line.length <= excerptLength) return line;
  const cut = line.slice(0, excerptLength);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), excerptLength - 30)).trimEnd()}…`;
}
