// Local copies in localStorage, for browsers that keep IndexedDB shut. Small, but better than none.
import type { CopyStore, LocalCopy } from './local-copy';

const prefix = 'commonplace-editor:';

export function storedCopies(storage: Storage): CopyStore {
  return {
    async put(copy) {
      storage.setItem(prefix + copy.id, JSON.stringify(copy));
    },
    async list(personId) {
      return Object.keys(storage)
        .filter((key) => key.startsWith(prefix))
        .flatMap((key) => readCopy(storage.getItem(key)) ?? [])
        .filter((copy) => copy.personId === personId);
    },
    async remove(ids) {
      for (const id of ids) storage.removeItem(prefix + id);
    },
  };
}

/** Written by another version of this page, it may be anything. */
function readCopy(text: string | null): LocalCopy | null {
  try {
    const copy: Partial<LocalCopy> | null = JSON.parse(text ?? 'null');
    return copy !== null && isWhole(copy) ? copy : null;
  } catch (error) {
    console.warn('A copy of a text on this device cannot be read.', error);
    return null;
  }
}

const isWhole = (copy: Partial<LocalCopy>): copy is LocalCopy =>
  typeof copy.id === 'string' &&
  typeof copy.personId === 'number' &&
  typeof copy.draftKey === 'string' &&
  typeof copy.keptAt === 'number' &&
  typeof copy.values === 'object' &&
  copy.values !== null;
