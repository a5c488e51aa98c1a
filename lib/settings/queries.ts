// Reading the settings.
import { PgTransaction } from 'drizzle-orm/pg-core';
import { type Database, database } from '../db/client';
import { settings } from '../db/schema';
import { definitions, initialSettings, type Settings } from './definition';

// Once a process, also when bundles hold this module more than once.
const shared = globalThis as typeof globalThis & { commonplaceWrongSettings?: Set<string> };

/** A transaction goes by the settings as it saw them first: it asks for them at every turn. */
const seen = new WeakMap<object, Promise<Settings>>();

/** All settings, with the default where nothing is stored, or nothing that its definition allows. */
export function getSettings(db = database()): Promise<Settings> {
  if (!isTransaction(db)) return readSettings(db);
  const known = seen.get(db) ?? readSettings(db);
  seen.set(db, known);
  return known;
}

const isTransaction = (db: Database): boolean => db instanceof PgTransaction;

async function readSettings(db: Database): Promise<Settings> {
  const rows = await db.select({ key: settings.key, value: settings.value }).from(settings);
  const stored: [string, unknown][] = [];
  for (const { key, value } of rows) {
    if (!Object.hasOwn(definitions, key)) continue;
    const result = definitions[key as keyof Settings].schema.safeParse(value);
    if (result.success) stored.push([key, result.data]);
    else await tellOnce(key, result.error.issues[0]?.message ?? '');
  }
  return { ...initialSettings, ...Object.fromEntries(stored) };
}

/** A wrong value must not take every page down, and must not go unseen either. */
async function tellOnce(key: string, reason: string): Promise<void> {
  shared.commonplaceWrongSettings ??= new Set();
  if (shared.commonplaceWrongSettings.has(key)) return;
  shared.commonplaceWrongSettings.add(key);
  // Loaded here: it reads the environment, which a command has yet to load when it imports this.
  const { logger } = await import('../log');
  logger.warn(
    `The setting ${key} has a value that it cannot have (${reason}); its default is used.`,
  );
}
