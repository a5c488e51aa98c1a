import type { KeyName } from '../keys/key-help';

/** What single keys do in the list; `../keys/page-keys.tsx` does it. */
export const listKeys: KeyName[] = [
  { keys: 'n', does: 'New post; then the first letter of its kind' },
  { keys: '/', does: 'Find' },
  { keys: 'j k', does: 'Next post, previous post' },
  { keys: 'x', does: 'Choose the post' },
  { keys: 'e', does: 'Edit the post' },
  { keys: 'v', does: 'View the post on the site' },
  { keys: '?', does: 'This list' },
];
