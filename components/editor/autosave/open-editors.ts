// Which editors are open in this browser right now. An open editor holds a lock under its name for
// as long as its page lives; the browser takes it back even from a page that crashed.

const prefix = 'commonplace-editor:';

/** Where there are no locks (pages that did not come by https) no editor counts as open. */
const locks = (): LockManager | null => navigator.locks ?? null;

/** Holds the editor's lock until the page is gone or the returned function is called. */
export function announceEditor(editor: string): () => void {
  const held = new AbortController();
  const whenReleased = new Promise<void>((resolve) => {
    held.signal.addEventListener('abort', () => resolve());
  });
  locks()
    ?.request(prefix + editor, () => whenReleased)
    .catch((error: unknown) => console.info('This page holds no lock.', error));
  return () => held.abort();
}

export async function openEditors(): Promise<Set<string>> {
  const { held = [] } = (await locks()?.query()) ?? {};
  return new Set(
    held.flatMap(({ name }) => (name?.startsWith(prefix) ? [name.slice(prefix.length)] : [])),
  );
}
