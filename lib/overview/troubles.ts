// What is wrong with the site, as far as it knows itself. Each is told with what to do about it by
// components/dashboard/home.
import { and, inArray, isNotNull, isNull, lt, lte, sql } from 'drizzle-orm';
import type { Actor } from '../auth/actor';
import { can } from '../auth/permissions';
import { type Database, database } from '../db/client';
import { isMigrated } from '../db/migrations';
import { cachePurges, posts } from '../db/schema';
import { RENDERER_VERSION } from '../markdown/render';
import { type BrokenReference, listBrokenReferences } from '../media/usage';
import { isEditableBy } from '../posts/author-conditions';
import { type BoundedCount, countUpTo } from '../posts/author-queries';
import { hubTargetName } from '../websub/hub-target';

export type Trouble =
  /** A cache in front of the site has not been told of changes since then. */
  | { what: 'purge'; target: string; since: Date; failure: string }
  /** The hub of the feeds has not been told of news since then. */
  | { what: 'hub'; since: Date; failure: string }
  /** The database lacks migrations of this build. */
  | { what: 'migrations' }
  /** Posts whose time has come and that nobody has turned: no scheduler runs. They are live. */
  | { what: 'overdue'; posts: BoundedCount }
  /** Posts that show what an older renderer made of them. */
  | { what: 'stale'; posts: BoundedCount }
  /** Posts from which the sanitiser has taken something. */
  | { what: 'removed'; posts: BoundedCount }
  /** Posts that refer to files which are gone or in the bin. */
  | { what: 'media'; references: BrokenReference[] };

const maxCounted = 1000;
/** A scheduler looks every five seconds, a platform's at the latest once a day. */
const patienceMs = 25 * 3_600_000;

/**
 * Everything that is wrong and that the actor can do something about.
 * @param targets who is told of changes, by name: the caches in front of the site, and the hub
 */
export async function listTroubles(
  { actor, targets }: { actor: Pick<Actor, 'id' | 'role'>; targets: string[] },
  now = new Date(),
  db = database(),
): Promise<Trouble[]> {
  const isKeeper = can(actor, 'settings:manage');
  const [purges, migrated, overdue, stale, removed, references] = await Promise.all([
    isKeeper ? listFailingPurges(targets, db) : [],
    isKeeper ? isMigrated(db) : true,
    isKeeper ? countUpTo(maxCounted, isOverdue(now), db) : none,
    isKeeper ? countUpTo(maxCounted, lt(posts.rendererVersion, RENDERER_VERSION), db) : none,
    countUpTo(maxCounted, and(sql`${posts.removed} <> '[]'`, isEditableBy(actor)), db),
    listBrokenReferences({ onlyOf: actor.role === 'owner' ? null : actor.id }, db),
  ]);
  const troubles: (Trouble | false)[] = [
    !migrated && { what: 'migrations' },
    ...purges,
    overdue.count > 0 && { what: 'overdue', posts: overdue },
    stale.count > 0 && { what: 'stale', posts: stale },
    removed.count > 0 && { what: 'removed', posts: removed },
    references.length > 0 && { what: 'media', references },
  ];
  return troubles.filter((trouble) => trouble !== false);
}

const none: BoundedCount = { count: 0, isMore: false };

const isOverdue = (now: Date) =>
  and(
    sql`${posts.status} = 'scheduled'`,
    lte(posts.publishedAt, new Date(now.getTime() - patienceMs)),
    isNull(posts.deletedAt),
  );

async function listFailingPurges(targets: string[], db: Database): Promise<Trouble[]> {
  if (targets.length === 0) return [];
  const rows = await db
    .select()
    .from(cachePurges)
    .where(and(inArray(cachePurges.target, targets), isNotNull(cachePurges.failingSince)));
  return rows.flatMap(({ target, failingSince: since, failure }): Trouble[] => {
    if (since === null) return [];
    const trouble = { since, failure: failure ?? '' };
    return target === hubTargetName
      ? [{ what: 'hub', ...trouble }]
      : [{ what: 'purge', target, ...trouble }];
  });
}
