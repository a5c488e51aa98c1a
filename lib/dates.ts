// Every date a reader sees is formed here, in the site's language and zone, never the server's.
// A "day" is a calendar date as text, `2026-01-30`; an instant is a Date.
import { Temporal } from 'temporal-polyfill';

/** A calendar date without a time or zone, `2026-01-30`. */
export type Day = string;

/** How dates are written: BCP 47 language and IANA zone. */
export type DateStyle = { locale: string; timeZone: string };

export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** Months as they stand in addresses, `Jan` to `Dec`. */
export const monthAbbreviations = monthNames.map((name) => name.slice(0, 3));

/** The Associated Press forms used in day headings. */
const pressMonths = [
  'Jan.',
  'Feb.',
  'March',
  'April',
  'May',
  'June',
  'July',
  'Aug.',
  'Sept.',
  'Oct.',
  'Nov.',
  'Dec.',
];

const isEnglish = (locale: string) => locale === 'en' || locale.startsWith('en-');

function ordinal(number: number): string {
  const teens = number % 100 >= 11 && number % 100 <= 13;
  const suffix = teens ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
  return `${number}${suffix}`;
}

// Making a formatter takes far longer than using one; a page of many posts writes many dates.
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formatters.set(key, known);
  return known;
}

function localised(day: Day, locale: string, options: Intl.DateTimeFormatOptions): string {
  return formatter(locale, { ...options, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

const parts = (day: Day) => ({
  year: Number(day.slice(0, 4)),
  month: Number(day.slice(5, 7)),
  day: Number(day.slice(8, 10)),
});

/** Day headings of the stream: `Jan. 30, 2026`. */
export function formatDayHeading(day: Day, locale: string): string {
  if (!isEnglish(locale)) return localised(day, locale, { dateStyle: 'long' });
  const { month, day: dayOfMonth, year } = parts(day);
  return `${pressMonths[month - 1]} ${dayOfMonth}, ${year}`;
}

/** Dates of items where no heading carries the day: `30th January 2026`. */
export function formatDay(day: Day, locale: string): string {
  if (!isEnglish(locale)) return localised(day, locale, { dateStyle: 'long' });
  const { month, day: dayOfMonth, year } = parts(day);
  return `${ordinal(dayOfMonth)} ${monthNames[month - 1]} ${year}`;
}

/** Heading of a day's archive: `Friday, 30th January 2026`. */
export function formatFullDay(day: Day, locale: string): string {
  if (!isEnglish(locale)) return localised(day, locale, { dateStyle: 'full' });
  return `${localised(day, 'en', { weekday: 'long' })}, ${formatDay(day, locale)}`;
}

/** Month and year, `January 2026`. */
export function formatMonth(year: number, month: number, locale: string): string {
  if (isEnglish(locale)) return `${monthNames[month - 1]} ${year}`;
  return localised(dayOf(year, month, 1), locale, { month: 'long', year: 'numeric' });
}

/** The name of a month alone, `January`. */
export function formatMonthName(month: number, locale: string): string {
  if (isEnglish(locale)) return monthNames[month - 1] ?? '';
  return localised(dayOf(2026, month, 1), locale, { month: 'long' });
}

/** A day within its month, `3rd`. */
export function formatDayOfMonth(day: Day, locale: string): string {
  const { day: dayOfMonth } = parts(day);
  return isEnglish(locale) ? ordinal(dayOfMonth) : String(dayOfMonth);
}

/** Time of day: `3:51 am`, `3 pm`, `12 am` at midnight. */
export function formatTime(instant: Date, { locale, timeZone }: DateStyle): string {
  if (!isEnglish(locale))
    return formatter(locale, { timeStyle: 'short', timeZone }).format(instant);
  const { hour, minute } = clock(instant, timeZone);
  const half = hour < 12 ? 'am' : 'pm';
  const hour12 = hour % 12 === 0 ? 12 : hour % 12;
  return minute === 0
    ? `${hour12} ${half}`
    : `${hour12}:${String(minute).padStart(2, '0')} ${half}`;
}

/** Date with time in lists of a series: `Sept. 12, 2022, 10:20 p.m.`, `noon`, `midnight`. */
export function formatDayAndTime(day: Day, instant: Date, style: DateStyle): string {
  const heading = formatDayHeading(day, style.locale);
  if (!isEnglish(style.locale)) return `${heading}, ${formatTime(instant, style)}`;
  const { hour, minute } = clock(instant, style.timeZone);
  if (minute === 0 && hour === 0) return `${heading}, midnight`;
  if (minute === 0 && hour === 12) return `${heading}, noon`;
  return `${heading}, ${formatTime(instant, style).replace('am', 'a.m.').replace('pm', 'p.m.')}`;
}

/** An instant in lists of the dashboard: `Jan. 5, 2026, 3:51 a.m.`. */
export function formatInstant(instant: Date, style: DateStyle): string {
  return formatDayAndTime(dayInZone(instant, style.timeZone), instant, style);
}

/** What a clock in a zone shows. */
function clock(instant: Date, timeZone: string): { hour: number; minute: number } {
  const shown = formatter('en', { timeStyle: 'short', hourCycle: 'h23', timeZone }).format(instant);
  return { hour: Number(shown.slice(0, 2)), minute: Number(shown.slice(3, 5)) };
}

function zoned(instant: Date, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
}

/** The calendar day on which an instant falls in a zone. */
export function dayInZone(instant: Date, timeZone: string): Day {
  return zoned(instant, timeZone).toPlainDate().toString();
}

/** The instant at which a day begins in a zone. */
export function startOfDay(day: Day, timeZone: string): Date {
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds);
}

/** `2026-01-05` from its parts, without checking that the date exists. */
export function dayOf(year: number, month: number, day: number): Day {
  return [
    String(year).padStart(4, '0'),
    String(month).padStart(2, '0'),
    String(day).padStart(2, '0'),
  ].join('-');
}

/** Whether the calendar has this date: no 30th of February, no year 0. */
export function isRealDay(year: number, month: number, day: number): boolean {
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  return day <= daysInMonth(year, month);
}

export function daysInMonth(year: number, month: number): number {
  return new Temporal.PlainYearMonth(year, month).daysInMonth;
}

/** Weekday from Monday = 1 to Sunday = 7. */
export function weekday(day: Day): number {
  return Temporal.PlainDate.from(day).dayOfWeek;
}

/** The day after one. */
export function nextDay(day: Day): Day {
  const { year, month, day: dayOfMonth } = splitDay(day);
  if (dayOfMonth < daysInMonth(year, month)) return dayOf(year, month, dayOfMonth + 1);
  return monthRange(year, month).before;
}

/** The year, month (1–12) and day of the month of a day. */
export function splitDay(day: Day): { year: number; month: number; day: number } {
  const { year, month, day: dayOfMonth } = parts(day);
  return { year, month, day: dayOfMonth };
}

/** First day of a month and first day of the next, for half-open ranges. */
export function monthRange(year: number, month: number): { from: Day; before: Day } {
  const before = month === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, month + 1, 1);
  return { from: dayOf(year, month, 1), before };
}

/** First day of a year and of the next, for half-open ranges. */
export function yearRange(year: number): { from: Day; before: Day } {
  return { from: dayOf(year, 1, 1), before: dayOf(year + 1, 1, 1) };
}

/** Whether a zone name is known to this runtime. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
