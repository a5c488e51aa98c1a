// The best place that this browser has for local copies.
import { openIndexedCopies } from './indexed-copies';
import type { CopyStore } from './local-copy';
import { storedCopies } from './stored-copies';

/** Opens once; a browser that keeps nothing gives a store whose every method says so. */
export function openCopies(): CopyStore {
  let opening: Promise<CopyStore> | null = null;
  const opened = () => {
    opening ??= openIndexedCopies(indexedDB).catch((error: unknown) => {
      console.info('No IndexedDB here; text is kept in localStorage.', error);
      return storedCopies(localStorage);
    });
    return opening;
  };
  return {
    put: async (copy) => (await opened()).put(copy),
    list: async (personId) => (await opened()).list(personId),
    remove: async (ids) => (await opened()).remove(ids),
  };
}
