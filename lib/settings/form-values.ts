// Settings as texts of a form, and back. What was not changed in the form is not written, so that
// two who have it open at a time do not undo each other.
import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import type { FormValues } from '../actions';
import { controls } from './controls';
import { definitions, type SettingKey, type Settings, settingKeys } from './definition';
import { readRows } from './link-rows';

/** The field that tells which settings the form showed when it was made. */
const seenField = 'seen';

/** What a form shows of the settings. */
export function toFormValues(settings: Settings): FormValues {
  const shown = settingKeys.map((key) => definitions[key].toTexts(key, settings[key]));
  return Object.assign({ [seenField]: stateOf(settings) }, ...shown);
}

/** A short word for the state of each setting, `title:1a2b3c4d …`. */
function stateOf(settings: Settings): string {
  return settingKeys.map((key) => `${key}:${wordFor(settings[key])}`).join(' ');
}

const wordFor = (value: unknown) =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 8);

export type ReadSettings = {
  /** Settings that were changed in the form, and can be stored as they are. */
  changes: Partial<Settings>;
  /** By field, what is wrong. */
  problems: Record<string, string>;
  /** What to show again where something is wrong: lists without gaps, and what is known now. */
  values: FormValues;
};

/**
 * What a form changes, against the settings as they are now. Where nothing is stored because
 * something is wrong, its `values` show what was not touched as it is now, so that saving once more
 * does not undo what somebody else has changed meanwhile.
 */
export function readFormValues(texts: FormValues, current: Settings): ReadSettings {
  const values = withoutGaps(texts);
  const seen = readSeen(texts[seenField] ?? '');
  const read: ReadSettings = { changes: {}, problems: {}, values };
  for (const key of settingKeys) readSetting(key, { seen, current }, read);
  values[seenField] = settingKeys
    .map((key) => `${key}:${seen.get(key) ?? wordFor(current[key])}`)
    .join(' ');
  return read;
}

/** The state of each setting when it was last shown, by key. */
const readSeen = (states: string) =>
  new Map(
    states.split(' ').map((pair) => {
      const [key = '', word = ''] = pair.split(':');
      return [key, word];
    }),
  );

type Sources = { seen: Map<string, string>; current: Settings };

function readSetting(key: SettingKey, { seen, current }: Sources, read: ReadSettings): void {
  const { schema, fromTexts } = definitions[key];
  const raw = fromTexts(key, read.values);
  if (raw === undefined) return;
  const parsed = schema.safeParse(raw);
  if (!parsed.success) {
    for (const issue of parsed.error.issues)
      read.problems[fieldOf(key, issue)] ??= sentenceOf(key, issue);
    return;
  }
  const value: unknown = parsed.data;
  const now = wordFor(current[key]);
  const before = seen.get(key) ?? now;
  if (before === now && !isDeepStrictEqual(value, current[key]))
    Object.assign(read.changes, { [key]: value });
  if (before === now) return;
  // Somebody else has changed it meanwhile.
  seen.set(key, now);
  if (wordFor(value) === before) showAnew(key, current, read.values);
  else if (!isDeepStrictEqual(value, current[key]))
    read.problems[key] =
      'Somebody else has changed this in the meantime. Save again to replace what they wrote.';
}

/** Puts a setting as it is now into the texts of a form. */
function showAnew<Key extends SettingKey>(key: Key, current: Settings, values: FormValues): void {
  for (const name of Object.keys(values))
    if (name === key || name.startsWith(`${key}.`)) delete values[name];
  Object.assign(values, definitions[key].toTexts(key, current[key]));
}

type Issue = z.core.$ZodIssue;

/** Links have a field for each part; everything else is one field. */
function fieldOf(key: SettingKey, { path }: Issue): string {
  return definitions[key].control === 'links' ? [key, ...path].join('.') : key;
}

function sentenceOf(key: SettingKey, { message, path: [index] }: Issue): string {
  const isOfLine = typeof index === 'number' && definitions[key].control !== 'links';
  const whole = isOfLine ? `line ${index + 1} ${message}` : message;
  return `${whole.charAt(0).toUpperCase()}${whole.slice(1)}.`;
}

/** Lists of links numbered from 0 without gaps, so that a problem is shown where its link is. */
function withoutGaps(texts: FormValues): FormValues {
  const keys = settingKeys.filter((key) => definitions[key].control === 'links');
  const others = Object.entries(texts).filter(
    ([name]) => !keys.some((key) => name.startsWith(`${key}.`)),
  );
  const rows = keys.map((key) => controls.links.toTexts(key, readRows(key, texts)));
  return Object.assign(Object.fromEntries(others), ...rows);
}
