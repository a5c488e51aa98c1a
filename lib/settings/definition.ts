// What an owner can set: key, check, default, help. The only place a setting exists.
import { z } from 'zod';
import { isTimeZone } from '../dates';

const link = z.object({
  label: z.string().trim().min(1).max(100),
  url: z
    .string()
    .trim()
    .max(1000)
    .regex(/^(\/|https?:\/\/|mailto:)/, 'must begin with /, https:// or mailto:'),
});

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

type Definition = { schema: z.ZodType; initial: unknown; help: string };

const define = <Schema extends z.ZodType>(
  schema: Schema,
  initial: z.infer<Schema>,
  help: string,
) => ({ schema, initial, help });

export const definitions = {
  title: define(z.string().trim().min(1).max(200), 'Commonplace', 'Name of the site.'),
  tagline: define(
    z.string().trim().max(300),
    'Entries, links, quotations and notes',
    'Description for search engines, on pages that have none of their own.',
  ),
  author: define(z.string().trim().max(200), '', 'Whose site this is.'),
  language: define(
    z.string().refine(isLanguage, 'must be a language tag such as en or pt-BR'),
    'en',
    'Language of the site: sets dates, hyphenation and the `lang` of every page.',
  ),
  timeZone: define(
    z.string().refine(isTimeZone, 'must be a zone such as Europe/Berlin'),
    'UTC',
    'Zone in which times are shown and the day of a new post is decided.',
  ),
  navigation: define(z.array(link).max(20), [], 'Links beside the site’s name.'),
  footer: define(z.array(link).max(20), [], 'Links in the footer.'),
  about: define(
    z.string().max(100_000),
    'This site runs on Commonplace, a weblog engine for people who publish often.',
    'Text of the about page, in Markdown.',
  ),
  typography: define(
    z.boolean(),
    true,
    'Whether straight quotes and double hyphens are shown as typographic ones.',
  ),
  ownHosts: define(
    z.array(z.string()).max(50),
    [],
    'Hosts whose absolute links are this site’s own, set by an import with --old-host.',
  ),
} satisfies Record<string, Definition>;

export type SettingKey = keyof typeof definitions;
export type Settings = { [Key in SettingKey]: z.infer<(typeof definitions)[Key]['schema']> };

export const settingKeys = Object.keys(definitions) as SettingKey[];

/** The settings of a site that has set nothing. */
export const initialSettings = Object.fromEntries(
  settingKeys.map((key) => [key, definitions[key].initial]),
) as Settings;
