// Writes one editor's copy to the device: one write at a time, always the newest, and never after
// it was dropped.
import type { CopyStore, LocalCopy } from './local-copy';

/** `none`: nothing is there to be kept. `failed`: the browser refused; the reason is for people. */
export type Kept =
  | { status: 'none' | 'writing' | 'kept' }
  | { status: 'failed'; reason: 'full' | 'unavailable' };

export type CopyKeeper = {
  keep(copy: LocalCopy): void;
  drop(): void;
  status(): Kept;
};

type Wanted = LocalCopy | 'nothing';

/** `onChange` is told after each write what has become of the copy. */
export function createCopyKeeper(
  store: CopyStore,
  editor: string,
  onChange: () => void,
): CopyKeeper {
  let wanted: Wanted | null = null;
  let isBusy = false;
  let isStored = false;
  let status: Kept = { status: 'none' };

  async function write(next: Wanted): Promise<Kept> {
    try {
      if (next !== 'nothing') {
        await store.put(next);
        isStored = true;
        return { status: 'kept' };
      }
      if (isStored) await store.remove([editor]);
      isStored = false;
      return { status: 'none' };
    } catch (error) {
      console.warn('This browser keeps no copy of the text.', error);
      return { status: 'failed', reason: isQuotaError(error) ? 'full' : 'unavailable' };
    }
  }

  async function run(): Promise<void> {
    isBusy = true;
    while (wanted !== null) {
      const next: Wanted = wanted;
      wanted = null;
      const result = await write(next);
      // A newer one that waits is not kept yet.
      status = wanted === null ? result : { status: 'writing' };
    }
    isBusy = false;
    onChange();
  }

  function want(next: Wanted): void {
    wanted = next;
    if (isBusy) return;
    if (next !== 'nothing' && status.status !== 'failed') status = { status: 'writing' };
    void run();
  }

  return { keep: want, drop: () => want('nothing'), status: () => status };
}

function isQuotaError(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}
