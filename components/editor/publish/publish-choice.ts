// What the button of the publish dialog does, by what was chosen there. Pure.

export type PublishChoice = {
  intent: 'publish' | 'schedule';
  label: string;
  /** What the form's own field is to say; empty for now. */
  publishedAt: string;
};

/**
 * `time` as `datetime-local` fields write it, null for at once, `now` likewise.
 * @returns null while a time is wanted and none is given: such a field is empty until all its parts
 * are filled, and an empty time would publish at once
 */
export function publishChoice(time: string | null, now: string): PublishChoice | null {
  if (time === null) return { intent: 'publish', label: 'Publish now', publishedAt: '' };
  if (time === '') return null;
  return time > now
    ? { intent: 'schedule', label: 'Schedule', publishedAt: time }
    : { intent: 'publish', label: 'Publish with this date', publishedAt: time };
}
