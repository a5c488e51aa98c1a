// Times of the editor: of this device where it says when something was kept, of the site where it
// says when something is published.

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const dayAndClock = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});

/** A moment on this device's clock: `12:04`, with its day where that is not today. */
export function localTime(at: number, now = Date.now()): string {
  const isToday = new Date(at).toDateString() === new Date(now).toDateString();
  return (isToday ? clock : dayAndClock).format(at);
}

/** An instant (ISO 8601) in the site's zone: `3 Feb 2026, 09:00 (Europe/Berlin)`. */
export function zonedTime(instant: string, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    ...{ day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' },
    timeZone,
  });
  return `${format.format(new Date(instant))} (${timeZone})`;
}

/** Now as `datetime-local` fields write it, in the site's zone. Such texts sort as their times do. */
export function zonedNow(timeZone: string, now = new Date()): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
    hourCycle: 'h23',
    timeZone,
  });
  const parts = Object.fromEntries(
    format.formatToParts(now).map(({ type, value }) => [type, value]),
  );
  return `${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}`;
}

const soonestMs = 15 * 60_000;
const hourMs = 3_600_000;

/**
 * The first full hour that is not about to begin, as such fields write it: what somebody may mean
 * who has not said when.
 */
export function nextHour(timeZone: string, now = new Date()): string {
  const within = zonedNow(timeZone, new Date(now.getTime() + soonestMs + hourMs));
  return within.replace(/\d\d$/, '00');
}
