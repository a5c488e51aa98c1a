// Reading redirect rows for their owner.
import { and, asc, eq, or, type SQL, sql } from 'drizzle-orm';
import { database } from '../db/client';
import { redirects } from '../db/schema';
import type { StoredRedirect } from './chain';

/** Rows of one page of the list. */
export const redirectsShown = 100;

export type RedirectFilter = {
  /** Anywhere in either address. */
  text?: string;
  /** A former host; empty for this site; all where not given. */
  host?: string;
  /** From 1. */
  page?: number;
};

export type RedirectPage = { rows: StoredRedirect[]; total: number; number: number };

const columns = {
  id: redirects.id,
  host: redirects.host,
  path: redirects.path,
  target: redirects.target,
};

/** A page of the redirects that pass a filter, by address. */
export async function listRedirects(
  { text = '', host, page = 1 }: RedirectFilter,
  db = database(),
): Promise<RedirectPage> {
  const where = and(
    text.trim() === '' ? undefined : holds(text.trim()),
    host === undefined ? undefined : eq(redirects.host, host),
  );
  const [rows, total] = await Promise.all([
    db
      .select(columns)
      .from(redirects)
      .where(where)
      .orderBy(asc(redirects.host), asc(redirects.path))
      .limit(redirectsShown)
      .offset((page - 1) * redirectsShown),
    db.$count(redirects, where),
  ]);
  return { rows, total, number: page };
}

function holds(text: string): SQL | undefined {
  const lower = text.toLowerCase();
  return or(
    sql`strpos(lower(${redirects.host} || ${redirects.path}), ${lower}) > 0`,
    sql`strpos(lower(${redirects.target}), ${lower}) > 0`,
  );
}

export async function getRedirect(id: number, db = database()): Promise<StoredRedirect | null> {
  const [row] = await db.select(columns).from(redirects).where(eq(redirects.id, id));
  return row ?? null;
}

/** The hosts that have redirects, with how many; an empty one is this site. */
export async function countRedirectHosts(
  db = database(),
): Promise<{ host: string; count: number }[]> {
  return db
    .select({ host: redirects.host, count: sql<number>`count(*)::int` })
    .from(redirects)
    .groupBy(redirects.host)
    .orderBy(asc(redirects.host));
}
