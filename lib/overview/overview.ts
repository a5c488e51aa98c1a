// Everything that the home of the dashboard shows, read at once.
import type { Actor } from '../auth/actor';
import { type DateStyle, dayInZone, dayOf, splitDay, startOfDay } from '../dates';
import { database } from '../db/client';
import type { AuthorPost } from '../posts/author-post';
import type { TagCount } from '../posts/types';
import { getSettings } from '../settings/queries';
import { listCommonTags, listTagsSince } from '../tags/most-used';
import { countLastMonths, type MonthCounts } from './months';
import { listTroubles, type Trouble } from './troubles';
import { isUnwritten, listNext, listToContinue } from './writing';

export type Overview = {
  dates: DateStyle;
  /** Null once anything is written. */
  unwritten: { hasSamples: boolean } | null;
  toContinue: AuthorPost[];
  next: AuthorPost[];
  troubles: Trouble[];
  months: MonthCounts[];
  tags: { thisYear: TagCount[]; ever: TagCount[] };
};

const monthsShown = 24;
const tagsShown = 12;

/** The overview for an actor; `targets` are the caches in front of the site, by name. */
export async function readOverview(
  { actor, targets }: { actor: Pick<Actor, 'id' | 'role'>; targets: string[] },
  now = new Date(),
  db = database(),
): Promise<Overview> {
  const { language: locale, timeZone } = await getSettings(db);
  const { year } = splitDay(dayInZone(now, timeZone));
  const newYear = startOfDay(dayOf(year, 1, 1), timeZone);
  const [unwritten, toContinue, next, troubles, months, thisYear, ever] = await Promise.all([
    isUnwritten(db),
    listToContinue(actor, now, db),
    listNext(actor, now, db),
    listTroubles({ actor, targets }, now, db),
    countLastMonths(monthsShown, timeZone, now, db),
    listTagsSince(newYear, tagsShown, now, db),
    listCommonTags(tagsShown, db),
  ]);
  const dates = { locale, timeZone };
  return { dates, unwritten, toContinue, next, troubles, months, tags: { thisYear, ever } };
}
