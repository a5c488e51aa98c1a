// Writing redirect rows: chains flattened, circles and what no reader would ever meet refused.
import { eq, sql } from 'drizzle-orm';
import { isAuthorPath } from '../auth/addresses';
import { cacheTags } from '../cache-tags';
import type { Database } from '../db/client';
import { changePages } from '../db/page-changes';
import { redirects } from '../db/schema';
import { env } from '../env';
import { parseAddress } from '../urls';
import { RedirectTable } from './chain';
import { formatSource, type RedirectInput, type Refusal } from './input';
import { findLive } from './live';
import { anyPath } from './match';

export type SavedRedirect =
  | { status: 'saved'; row: RedirectInput /** Others that were led on. */; followers: number }
  | { status: 'unchanged'; row: RedirectInput }
  | { status: 'missing' }
  | ({ status: 'refused' } & Refusal);

type SaveOptions = {
  now?: Date /** The row to be changed; a new one when not given. */;
  id?: number;
};

/** Stores one redirect. */
export async function saveRedirect(
  input: RedirectInput,
  db: Database,
  { now = new Date(), id }: SaveOptions = {},
): Promise<SavedRedirect> {
  return changeTable(db, async (table, tx) => {
    const former = id === undefined ? null : table.find(id);
    if (id !== undefined && former === null) return { status: 'missing' };
    if (former) table.remove(former);
    const placed = await place({ ...input, former: former?.former }, { table, tx, now });
    if (former && placed.status === 'refused') table.add(former);
    return placed;
  });
}

/** Stores many, each as if it came alone after those before it. One that is refused stops none. */
export async function saveRedirects(
  inputs: RedirectInput[],
  db: Database,
  now = new Date(),
): Promise<SavedRedirect[]> {
  return changeTable(db, async (table, tx) => {
    const saved: SavedRedirect[] = [];
    for (const input of inputs) saved.push(await place(input, { table, tx, now }));
    return saved;
  });
}

/** Deletes a row. @returns what it was; null where there is none */
export async function deleteRedirect(id: number, db: Database): Promise<RedirectInput | null> {
  return changePages(db, async (tx, touch) => {
    await holdRedirects(tx);
    const [gone] = await tx.delete(redirects).where(eq(redirects.id, id)).returning(columns);
    if (gone === undefined) return null;
    touch(touchedTags);
    const { host, path, target } = gone;
    return { host, path, target };
  });
}

/**
 * Whatever is stored where no page is carries this tag, redirects as well as 404s; and where any of
 * them leads may depend on any row.
 */
const touchedTags = [cacheTags.redirects];

const columns = {
  id: redirects.id,
  host: redirects.host,
  path: redirects.path,
  target: redirects.target,
};

/** Two writers of redirects wait for each other. */
async function holdRedirects(tx: Database): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('commonplace redirects'))`);
}

/**
 * Changes the table as a whole and stores what came of it. It is held to the end of the
 * transaction: two writers could make a circle together.
 */
async function changeTable<Result>(
  db: Database,
  change: (table: RedirectTable, tx: Database) => Promise<Result>,
): Promise<Result> {
  return changePages(db, async (tx, touch) => {
    await holdRedirects(tx);
    const table = new RedirectTable(await tx.select(columns).from(redirects), env().FORMER_HOSTS);
    const result = await change(table, tx);
    const changed = table.changed();
    await storeRows(changed, tx);
    if (changed.length > 0) touch(touchedTags);
    return result;
  });
}

const batchSize = 1000;

async function storeRows(rows: ReturnType<RedirectTable['changed']>, tx: Database): Promise<void> {
  const fresh = rows.filter(({ former }) => former === undefined);
  for (const row of rows)
    if (row.former)
      await tx.update(redirects).set(withoutFormer(row)).where(eq(redirects.id, row.former.id));
  for (let start = 0; start < fresh.length; start += batchSize)
    await tx.insert(redirects).values(fresh.slice(start, start + batchSize).map(withoutFormer));
}

const withoutFormer = ({ host, path, target }: RedirectInput) => ({ host, path, target });

type Within = { table: RedirectTable; tx: Database; now: Date };

/** Gives a row its place in the table, and leads those on that led to it. */
async function place(
  input: Parameters<RedirectTable['add']>[0],
  { table, tx, now }: Within,
): Promise<SavedRedirect> {
  const known = table.at(input);
  if (known?.target === input.target) return { status: 'unchanged', row: input };
  const refusal = known ? isThere(known) : await findObstacle(input, now, tx);
  if (refusal) return { status: 'refused', ...refusal };
  const target = await table.endOf(input, (path) => isLive(path, now, tx));
  if (typeof target !== 'string') return { status: 'refused', ...target };
  const row = { ...input, target };
  return { status: 'saved', followers: table.settle(row), row: withoutFormer(row) };
}

const isThere = (known: RedirectInput): Refusal => ({
  field: 'from',
  message: `${formatSource(known)} is redirected already, to ${known.target}: change or delete that one.`,
});

/** First segments of addresses that a page or file of ours always answers. */
const answered = [
  '_next',
  'assets',
  'former-host',
  'healthz',
  'icon.svg',
  'r',
  'readyz',
  'speculation.json',
];

/** Why a row would never be met. */
async function findObstacle(
  { host, path }: RedirectInput,
  now: Date,
  tx: Database,
): Promise<Refusal | null> {
  if (host !== '' || path === anyPath) return null;
  if (isAuthorPath(path) || answered.includes(path.split('/')[1] ?? ''))
    return { field: 'from', message: `${path} belongs to the software and cannot be redirected.` };
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  if (!(await isLive(encoded, now, tx))) return null;
  return {
    field: 'from',
    message: `There is a page at ${path}, and a page always wins: no reader would be redirected. Unpublish or move it first.`,
  };
}

async function isLive(path: string, now: Date, tx: Database): Promise<boolean> {
  const address = parseAddress(path);
  return address !== null && (await findLive(address, now, tx)) !== null;
}
