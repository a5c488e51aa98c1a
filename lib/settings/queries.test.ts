import { inArray } from 'drizzle-orm';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { settings } from '../db/schema';
import { logger } from '../log';
import { testDatabase } from '../testing/database';
import { initialSettings, settingKeys } from './definition';
import { getSettings } from './queries';

const { db } = testDatabase();

afterEach(async () => {
  vi.restoreAllMocks();
  await db().delete(settings).where(inArray(settings.key, settingKeys));
});

const store = (key: string, value: unknown) => db().insert(settings).values({ key, value });

describe('the settings', () => {
  test('are the defaults where nothing is stored', async () => {
    expect(await getSettings(db())).toEqual(initialSettings);
  });

  test('are what is stored, and nothing of rows that are no settings', async () => {
    await store('title', 'My weblog');
    expect(await getSettings(db())).toEqual({ ...initialSettings, title: 'My weblog' });
  });

  test('a wrong value counts as none and is told once', async () => {
    const warn = vi.spyOn(logger, 'warn').mockImplementation(() => {});
    await store('timeZone', 'Atlantis/Capital');
    await store('language', 'de');
    for (let time = 0; time < 3; time += 1)
      expect(await getSettings(db())).toEqual({ ...initialSettings, language: 'de' });
    expect(warn.mock.calls).toEqual([[expect.stringMatching(/^The setting timeZone has a value/)]]);
    await store('navigation', 'nowhere');
    await getSettings(db());
    expect(warn.mock.calls.at(-1)).toEqual([expect.stringMatching(/^The setting navigation /)]);
  });
});
