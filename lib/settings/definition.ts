// What an owner can set: key, check, default, help, and how the form asks for it. The only place a
// setting exists.
import { z } from 'zod';
import { isTimeZone } from '../dates';
import { parseColour } from './colour';
import { type Control, controls } from './controls';
import { findCssProblem } from './css';
import { type Icon, iconSchema } from './icon';
import type { SiteLink } from './link-rows';
import { type MetaTag, metaTag, type OutsideScript, outsideScript } from './snippets';

const address = z
  .string()
  .trim()
  .max(1000)
  .regex(/^(\/|https?:\/\/|mailto:)/, 'must begin with /, https:// or mailto:');

const link = z.object({ label: z.string().trim().min(1, 'needs a label').max(100), url: address });

/** The parts of the form, in order. */
export const settingGroups = {
  site: 'The site',
  place: 'Language and time',
  links: 'Links',
  look: 'Look',
  text: 'Text of posts',
  media: 'Media',
  elsewhere: 'Known elsewhere',
} as const;

export type SettingGroup = keyof typeof settingGroups;

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** How the form asks. */
type Asked<Value> = { group: SettingGroup; label: string; control: Control<Value> };

const define = <Schema extends z.ZodType>(
  { control, ...asked }: Asked<z.infer<Schema>>,
  schema: Schema,
  initial: z.infer<Schema>,
  help: string,
) => ({
  ...asked,
  schema,
  initial,
  help,
  control: control.name,
  toTexts: (field: string, value: unknown) => control.toTexts(field, schema.parse(value)),
  fromTexts: control.fromTexts,
});

const noTags: MetaTag[] = [];
const noLinks: SiteLink[] = [];
const noLines: string[] = [];
const noScript: OutsideScript = null;
const noIcon: Icon = null;

export const definitions = {
  title: define(
    { group: 'site', control: controls.line, label: 'Title' },
    z.string().trim().min(1, 'must not be empty').max(200),
    'Commonplace',
    'Name of the site.',
  ),
  tagline: define(
    { group: 'site', control: controls.line, label: 'Tagline' },
    z.string().trim().max(300),
    'Entries, links, quotations and notes',
    'Description for search engines, on pages that have none of their own.',
  ),
  author: define(
    { group: 'site', control: controls.line, label: 'Author' },
    z.string().trim().max(200),
    '',
    'Whose site this is.',
  ),
  about: define(
    { group: 'site', control: controls.markdown, label: 'About' },
    z.string().max(100_000),
    'This site runs on Commonplace, a weblog engine for people who publish often.',
    'Text of the about page, in Markdown.',
  ),
  language: define(
    { group: 'place', control: controls.language, label: 'Language' },
    z.string().trim().refine(isLanguage, 'must be a language tag such as en or pt-BR'),
    'en',
    'Language of the site: sets dates, hyphenation and what pages say of their language.',
  ),
  timeZone: define(
    { group: 'place', control: controls.zone, label: 'Time zone' },
    z.string().trim().refine(isTimeZone, 'must be a zone such as Europe/Berlin'),
    'UTC',
    'Zone in which times are shown and the day of a new post is decided. Published addresses stay as they are.',
  ),
  navigation: define(
    { group: 'links', control: controls.links, label: 'Navigation' },
    z.array(link).max(20),
    noLinks,
    'Links beside the site’s name.',
  ),
  footer: define(
    { group: 'links', control: controls.links, label: 'Footer' },
    z.array(link).max(20),
    noLinks,
    'Links in the footer.',
  ),
  accent: define(
    { group: 'look', control: controls.colour, label: 'Accent colour' },
    z
      .string()
      .trim()
      .refine(
        (text) => text === '' || parseColour(text) !== null,
        'must be a colour such as #9c3d24 or oklch(0.49 0.13 36)',
      ),
    '',
    'Colour of links. Each theme lightens or darkens it as far as it takes to be read. Empty: the design’s own.',
  ),
  favicon: define(
    { group: 'look', control: controls.icon, label: 'Icon' },
    iconSchema,
    noIcon,
    'Small picture in tabs and bookmarks: one letter, one emoji, or an SVG, PNG or ICO file of up to 64 KB.',
  ),
  customCss: define(
    { group: 'look', control: controls.css, label: 'Custom CSS' },
    z.string().superRefine((css, check) => {
      const problem = findCssProblem(css);
      if (problem !== null) check.addIssue({ code: 'custom', message: problem });
    }),
    '',
    'Style sheet of the reading pages, after their own; up to 50 KB.',
  ),
  typography: define(
    { group: 'text', control: controls.switch, label: 'Typographic quotes and dashes' },
    z.boolean(),
    true,
    'Whether straight quotes and double hyphens are shown as typographic ones.',
  ),
  ownHosts: define(
    { group: 'text', control: controls.lines, label: 'Own hosts' },
    z
      .array(z.string().regex(/^[a-z0-9._-]+(:\d+)?$/, 'must be the name of a host, in lower case'))
      .max(50),
    noLines,
    'Hosts whose absolute links are this site’s own, one a line; set by an import with --old-host.',
  ),
  uploadLimit: define(
    { group: 'media', control: controls.line, label: 'Largest upload' },
    z
      .string()
      .trim()
      .regex(/^[1-9]\d{0,4}$/, 'must be a whole number of megabytes, 1 to 99999'),
    '500',
    'Megabytes that an uploaded file may have.',
  ),
  hub: define(
    { group: 'elsewhere', control: controls.line, label: 'WebSub hub' },
    z
      .string()
      .trim()
      .max(500)
      .refine(
        (text) => text === '' || (/^https?:\/\//.test(text) && URL.canParse(text)),
        'must be an address such as https://pubsubhubbub.appspot.com/',
      ),
    '',
    'Hub that is told when feeds have news, so that readers of feeds hear of it at once. Empty: they ask by themselves.',
  ),
  verification: define(
    { group: 'elsewhere', control: controls.metaTags, label: 'Verification' },
    z.array(metaTag).max(20),
    noTags,
    'Meta tags by which search engines and others know that the site is yours: as they gave them, or name=content, one a line.',
  ),
  relMe: define(
    { group: 'elsewhere', control: controls.lines, label: 'Your other pages' },
    z
      .array(
        z
          .string()
          .max(500)
          .regex(/^(https?:\/\/[^\s]+|mailto:[^\s]+)$/, 'must begin with https:// or mailto:'),
      )
      .max(20),
    noLines,
    'Addresses of your profiles, one a line, linked with rel="me": Mastodon marks yours as verified.',
  ),
  analytics: define(
    { group: 'elsewhere', control: controls.script, label: 'Analytics script' },
    outsideScript,
    noScript,
    'One script that counts visits: its tag as you were given it, or its address. Reading pages then let it run, and let it report to where it came from.',
  ),
};

export type SettingKey = keyof typeof definitions;
export type Settings = { [Key in SettingKey]: z.infer<(typeof definitions)[Key]['schema']> };

export const settingKeys = Object.keys(definitions) as SettingKey[];

/** The settings of a site that has set nothing. */
export const initialSettings = Object.fromEntries(
  settingKeys.map((key) => [key, definitions[key].initial]),
) as Settings;
