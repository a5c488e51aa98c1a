import type { KeyName } from '../keys/key-help';

/** What single keys do on the home of the dashboard. */
export const homeKeys: KeyName[] = [
  { keys: 'n', does: 'New post; then the first letter of its kind' },
  { keys: 'j k', does: 'Next post, previous post' },
  { keys: 'e', does: 'Edit the post' },
  { keys: '?', does: 'This list' },
];
