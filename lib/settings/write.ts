// Writing settings.
import { inArray, sql } from 'drizzle-orm';
import { cacheTags } from '../cache-tags';
import type { Database } from '../db/client';
import { changePages } from '../db/page-changes';
import { settings } from '../db/schema';
import { definitions, type SettingKey, type Settings } from './definition';
import { getSettings } from './queries';

/**
 * Stores settings; those not named stay. One that is nothing (null) has no row.
 * @throws {z.ZodError} when a value is not what its definition allows
 */
export async function saveSettings(changes: Partial<Settings>, db: Database): Promise<void> {
  const rows = Object.entries(changes).map(([key, value]) => ({
    key,
    value: definitions[key as SettingKey].schema.parse(value) as unknown,
  }));
  if (rows.length === 0) return;
  const stored = rows.filter(({ value }) => value !== null);
  const unset = rows.filter(({ value }) => value === null).map(({ key }) => key);
  await changePages(db, async (tx, touch) => {
    if (unset.length > 0) await tx.delete(settings).where(inArray(settings.key, unset));
    if (stored.length > 0)
      await tx
        .insert(settings)
        .values(stored)
        .onConflictDoUpdate({
          target: settings.key,
          set: { value: sql`excluded.value`, updatedAt: sql`now()` },
        });
    touch([cacheTags.settings]);
  });
}

/** Makes hosts this site's own, besides those that already are. */
export async function addOwnHosts(hosts: string[], db: Database): Promise<void> {
  const { ownHosts } = await getSettings(db);
  const fresh = hosts.map((host) => host.toLowerCase()).filter((host) => !ownHosts.includes(host));
  if (fresh.length > 0) await saveSettings({ ownHosts: [...ownHosts, ...fresh] }, db);
}
