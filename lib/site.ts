// What every reading page needs of the site itself.
import { cache } from 'react';
import { listYears } from './archive/queries';
import type { DateStyle } from './dates';
import { env } from './env';
import type { Settings } from './settings/definition';
import { getSettings } from './settings/queries';

export type Site = {
  settings: Settings;
  /** The years that have posts, in order. */
  years: number[];
  /** Public origin, without a final slash. */
  url: string;
  dates: DateStyle;
};

/** The site; read once a render, however many components ask. */
export const getSite = cache(async (): Promise<Site> => {
  const [settings, years] = await Promise.all([getSettings(), listYears()]);
  return {
    settings,
    years,
    url: env().SITE_URL,
    dates: { locale: settings.language, timeZone: settings.timeZone },
  };
});
