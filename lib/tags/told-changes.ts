// Changes of tags as a page tells of them.
import { dayInZone, formatDayAndTime } from '../dates';
import type { TagEvent } from './history';
import { eventSentence } from './sentences';

/** A change in words: plain data, for the browser too. */
export type ToldChange = {
  id: number;
  sentence: string;
  /** ISO 8601, and as it is shown. */
  at: string;
  when: string;
  by: string | null;
  isUndone: boolean;
};

/** The dashboard speaks English, in the time zone of the site. */
export function tellChange(event: TagEvent, timeZone: string): ToldChange {
  return {
    id: event.id,
    sentence: eventSentence(event),
    at: event.at.toISOString(),
    when: formatDayAndTime(dayInZone(event.at, timeZone), event.at, {
      locale: 'en',
      timeZone,
    }),
    by: event.by,
    isUndone: event.undoneAt !== null,
  };
}
