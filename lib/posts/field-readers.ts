// How the texts of a form's less simple fields are read: times, lists, numbers, JSON. Pure.
import { Temporal } from 'temporal-polyfill';
import { tagSlug } from '../slugs';

/** What parsing needs to know besides the form. */
export type ParseContext = {
  /** The zone in which times are written. */
  timeZone: string;
  /** The stored time: a form tells only its minutes, and an hour of autumn comes twice. */
  publishedAt?: Date | null;
};

/** A text that its field cannot mean; the message continues the field's label. */
export class Unreadable extends Error {
  override name = 'Unreadable';
}

const longestTag = 100;

/** Tags, a name a line or between commas (as a form without script has them), each tag once. */
export function readTags(text: string): string[] {
  const names = new Map<string, string>();
  for (const line of text.split(/[\n,]/)) {
    const name = line.trim();
    if (name === '') continue;
    const slug = tagSlug(name);
    if (slug === null) throw new Unreadable(`cannot hold “${name}”: it has no letter or digit`);
    if (name.length > longestTag)
      throw new Unreadable(`must have at most ${longestTag} characters each`);
    if (!names.has(slug)) names.set(slug, name);
  }
  return [...names.values()];
}

/** An instant as `datetime-local` fields write it, `2026-01-15T09:30`. */
export function localMinutes(instant: Date, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });
}

/** A time of that form; the stored one, seconds included, where the text still means it. */
export function readTime(text: string, { timeZone, publishedAt }: ParseContext): Date | null {
  if (text === '') return null;
  const minutes = text.slice(0, 'YYYY-MM-DDTHH:mm'.length);
  if (publishedAt && localMinutes(publishedAt, timeZone) === minutes) return publishedAt;
  if (!/^(?!0000)\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(text)) throw new Unreadable(wrongTime);
  try {
    const zoned = Temporal.PlainDateTime.from(text).toZonedDateTime(timeZone);
    return new Date(zoned.epochMilliseconds);
  } catch (error) {
    if (error instanceof RangeError) throw new Unreadable(wrongTime, { cause: error });
    throw error;
  }
}

const wrongTime = 'must be a date and time such as 2026-01-15T09:30';

export function readId(text: string): number | null {
  if (text === '') return null;
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new Unreadable('must be one of the list');
  return Number(text);
}

export function readLanguage(text: string): string | null {
  if (text === '') return null;
  try {
    return Intl.getCanonicalLocales(text)[0] ?? null;
  } catch (error) {
    if (error instanceof RangeError)
      throw new Unreadable('must be a language tag such as en or pt-BR', { cause: error });
    throw error;
  }
}

export function readObject(text: string): Record<string, unknown> {
  if (text === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new Unreadable(`must be JSON: ${error.message}`, { cause: error });
  }
  throw new Unreadable('must be a JSON object, such as {"place": "Pillar Point"}');
}
