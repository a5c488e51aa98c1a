// What every reading page needs of the site itself.
import { cache } from 'react';
import { listYears } from './archive/queries';
import { allowScriptsFrom } from './cache';
import type { DateStyle } from './dates';
import { env } from './env';
import { assetPath, iconAsset, styleAsset } from './settings/assets';
import type { Settings } from './settings/definition';
import { getSettings } from './settings/queries';
import { originOf } from './settings/snippets';

export type Site = {
  settings: Settings;
  /** The years that have posts, in order. */
  years: number[];
  /** Public origin, without a final slash. */
  url: string;
  dates: DateStyle;
  /** Address of the owner's style sheet, where there is one. */
  style: string | null;
  /** The owner's icon, where there is one. */
  icon: { url: string; type: string } | null;
};

/** The site; read once a render, however many components ask. */
export const getSite = cache(async (): Promise<Site> => {
  const [settings, years] = await Promise.all([getSettings(), listYears()]);
  const scriptOrigin = originOf(settings.analytics);
  if (scriptOrigin !== null) await allowScriptsFrom(scriptOrigin);
  const style = styleAsset(settings);
  const icon = iconAsset(settings);
  return {
    settings,
    years,
    url: env().SITE_URL,
    dates: { locale: settings.language, timeZone: settings.timeZone },
    style: style && assetPath(style.name),
    icon: icon && { url: assetPath(icon.name), type: icon.type },
  };
});

/** The site for pages that nobody is to be counted on: drafts. */
export function withoutAnalytics(site: Site): Site {
  return { ...site, settings: { ...site.settings, analytics: null } };
}
