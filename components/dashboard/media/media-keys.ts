import type { KeyName } from '../keys/key-help';

/** What single keys do in the library; `../keys/page-keys.tsx` does it. */
export const mediaKeys: KeyName[] = [
  { keys: '/', does: 'Find' },
  { keys: 'u', does: 'Upload files' },
  { keys: 'j k', does: 'Next file, previous file' },
  { keys: 'x', does: 'Choose the file' },
  { keys: 'e', does: 'Open the file' },
  { keys: '?', does: 'This list' },
];
