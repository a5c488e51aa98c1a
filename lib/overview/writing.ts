// What an author can go on with, and whether there is anything at all yet.
import { isNull, like, not, or, sql } from 'drizzle-orm';
import type { Actor } from '../auth/actor';
import { database } from '../db/client';
import { posts } from '../db/schema';
import { type AuthorFilter, usualAuthor } from '../posts/author-filter';
import type { AuthorPost } from '../posts/author-post';
import { listPostsForAuthor } from '../posts/author-queries';
import { samplePrefix } from '../samples/posts';

type Viewer = Pick<Actor, 'id' | 'role'>;

const listed = 6;

/**
 * What to go on with: first whatever has words that nobody has saved, of drafts and of live posts,
 * then the other drafts; the last touched first.
 */
export async function listToContinue(
  actor: Viewer,
  now = new Date(),
  db = database(),
): Promise<AuthorPost[]> {
  const [drafts, changed] = await Promise.all([
    list('draft', actor, now, db),
    list('changed', actor, now, db),
  ]);
  const found = [...drafts, ...changed];
  return found
    .sort(
      (one, other) =>
        Number(other.hasChanges) - Number(one.hasChanges) ||
        other.changedAt.getTime() - one.changedAt.getTime(),
    )
    .slice(0, listed);
}

/** What goes live next. */
export async function listNext(
  actor: Viewer,
  now = new Date(),
  db = database(),
): Promise<AuthorPost[]> {
  return list('scheduled', actor, now, db);
}

async function list(
  status: 'draft' | 'changed' | 'scheduled',
  actor: Viewer,
  now: Date,
  db: ReturnType<typeof database>,
): Promise<AuthorPost[]> {
  const filter: AuthorFilter = {
    status,
    kind: null,
    tag: null,
    author: usualAuthor(actor.role),
    text: '',
    search: '',
    isRemoved: false,
    sort: status === 'scheduled' ? 'published' : 'changed',
  };
  const page = await listPostsForAuthor({ filter, place: null, size: listed }, actor, now, db);
  return page.posts;
}

/** Whether nobody has written or imported anything yet; samples are nobody's. */
export async function isUnwritten(db = database()): Promise<{ hasSamples: boolean } | null> {
  const isSample = like(posts.importRef, `${samplePrefix}%`);
  const own = or(isNull(posts.importRef), not(isSample));
  const one = { one: sql`1` };
  const [[written], [sample]] = await Promise.all([
    db.select(one).from(posts).where(own).limit(1),
    db.select(one).from(posts).where(isSample).limit(1),
  ]);
  return written === undefined ? { hasSamples: sample !== undefined } : null;
}
