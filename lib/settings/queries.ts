// Reading the settings.
import { database } from '../db/client';
import { settings } from '../db/schema';
import { definitions, initialSettings, type Settings } from './definition';

/**
 * All settings, with the default where nothing is stored.
 * @throws when a stored value is not what the definition allows
 */
export async function getSettings(db = database()): Promise<Settings> {
  const rows = await db.select({ key: settings.key, value: settings.value }).from(settings);
  const stored = rows.flatMap(({ key, value }) =>
    key in definitions ? [[key, definitions[key as keyof Settings].schema.parse(value)]] : [],
  );
  return { ...initialSettings, ...Object.fromEntries(stored) };
}
