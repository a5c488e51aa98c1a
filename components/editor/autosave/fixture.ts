// One editor with its device and a server that the test holds in its hands.
import { afterEach, beforeEach, vi } from 'vitest';
import type { FormValues } from '@/lib/actions';
import type { AutosaveAnswer, AutosaveRequest } from '@/lib/posts/editing';
import { Autosave } from './autosave';
import { createCopyKeeper } from './copy-keeper';
import type { LocalCopy } from './local-copy';
import type { SavingState } from './saving-state';
import type { SendOutcome } from './transport';

const editor = '00000000-0000-4000-8000-000000000001';
export const begin = new Date('2026-02-01T12:00:00Z').getTime();
export const text = (body: string): FormValues => ({ kind: 'note', body });

type Sent = {
  request: AutosaveRequest;
  at: number;
  isLast: boolean;
  answer: (o: SendOutcome) => void;
};

/** One editor with its device and its server. */
export function world({ put }: { put?: () => Promise<void> } = {}) {
  const sent: Sent[] = [];
  const device = new Map<string, LocalCopy>();
  const states: SavingState[] = [];
  const store = {
    put: async (copy: LocalCopy) => {
      await put?.();
      device.set(copy.id, copy);
    },
    list: async () => [...device.values()],
    remove: async (ids: readonly string[]) => {
      for (const id of ids) device.delete(id);
    },
  };
  const autosave: Autosave = new Autosave({
    knowledge: { postId: null, draftKey: 'd', kind: 'note', editor, revision: 0, baseVersion: 0 },
    confirmed: text(''),
    personId: 7,
    keeper: createCopyKeeper(store, editor, () => states.push(autosave.state)),
    chance: () => 1,
    onChange: (state) => states.push(state),
    send: (request, isLast) =>
      new Promise((answer) => {
        sent.push({ request, at: Date.now() - begin, isLast, answer });
      }),
  });
  return {
    sent,
    device,
    autosave,
    bodies: () => sent.map(({ request }) => request.values.body),
    kept: () => device.get(editor)?.values.body,
    /** Types a letter more every so many milliseconds. */
    async typeOn(letters: string, everyMs: number) {
      for (const letter of letters) {
        autosave.type(text((autosave.values.body ?? '') + letter));
        await vi.advanceTimersByTimeAsync(everyMs);
      }
    },
    async answer(outcome: SendOutcome | 'saved' = 'saved', index = sent.length - 1) {
      sent[index]?.answer(outcome === 'saved' ? saved(index + 1) : outcome);
      await vi.advanceTimersByTimeAsync(0);
    },
  };
}

export const saved = (revision: number): SendOutcome => ({
  kind: 'answer',
  answer: {
    status: 'saved',
    postId: 3,
    version: 1,
    revision,
    savedAt: new Date(Date.now()).toISOString(),
  },
});
export const offline: SendOutcome = { kind: 'failed', isOffline: true };
export const conflict = (theirs: string): SendOutcome & { answer: AutosaveAnswer } => ({
  kind: 'answer',
  answer: {
    status: 'conflict',
    postId: 3,
    theirs: text(theirs),
    theirVersion: 4,
    theirRevision: 9,
    by: { name: 'Somebody' },
    savedAt: new Date(begin).toISOString(),
  },
});

/** Time stands still until a test moves it. */
export function stopClock(): void {
  beforeEach(() => {
    vi.useFakeTimers({ now: begin });
  });
  afterEach(() => {
    vi.useRealTimers();
  });
}
