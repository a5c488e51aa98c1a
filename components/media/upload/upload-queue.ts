// Files on their way into the library: some at a time, each to be cancelled and tried again on its
// own. Knows how a file is sent by what it is given, and nothing of any page.
import { refusals } from '@/lib/media/accept';
import type { UploadedFile } from '@/lib/media/upload-answers';
import type { UploadOptions } from '@/lib/media/upload-options';
import type { Send, SendOutcome } from './send-file';
import { isOver, type Upload, type UploadState } from './upload';

/** Enough to keep a line busy; the server works on one picture after the other anyway. */
const mostAtOnce = 3;

type QueueOptions = Pick<UploadOptions, 'mostBytes'> & {
  send: Send;
  /** Told of each change of an upload. */
  onChange?: (upload: Upload) => void;
};

let lastId = 0;

export class UploadQueue {
  readonly #options: QueueOptions;
  readonly #listeners = new Set<() => void>();
  readonly #running = new Map<number, AbortController>();
  readonly #replaces = new Map<number, number>();
  #uploads: readonly Upload[] = [];

  constructor(options: QueueOptions) {
    this.#options = options;
  }

  readonly get = (): readonly Upload[] => this.#uploads;

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  get isBusy(): boolean {
    return this.#uploads.some(({ state }) => !isOver(state));
  }

  /** Takes files in, in their order. @returns them as uploads; one that cannot be taken is over */
  add(files: readonly File[], replacesId: number | null = null): Upload[] {
    const added = files.map((file) => {
      lastId += 1;
      if (replacesId !== null) this.#replaces.set(lastId, replacesId);
      return { id: lastId, file, name: nameOf(file), state: this.#firstState(file) };
    });
    this.#uploads = [...this.#uploads, ...added];
    for (const upload of added) this.#tell(upload);
    this.#next();
    return added;
  }

  cancel(id: number): void {
    const upload = this.#find(id);
    if (upload === undefined || isOver(upload.state)) return;
    this.#set(id, { name: 'canceled' });
    this.#running.get(id)?.abort();
    this.#next();
  }

  retry(id: number): void {
    const upload = this.#find(id);
    if (upload === undefined || !['failed', 'canceled'].includes(upload.state.name)) return;
    this.#set(id, { name: 'waiting' });
    this.#next();
  }

  /** Takes an upload that is over from the list. */
  forget(id: number): void {
    this.#uploads = this.#uploads.filter((one) => one.id !== id || !isOver(one.state));
    this.#announce();
  }

  forgetDone(): void {
    this.#uploads = this.#uploads.filter(({ state }) => state.name !== 'done');
    this.#announce();
  }

  /** The page goes: what is under way is cancelled. */
  end(): void {
    for (const { id } of this.#uploads) this.cancel(id);
  }

  #firstState({ size }: File): UploadState {
    const { mostBytes } = this.#options;
    if (size === 0) return { name: 'refused', message: refusals.empty };
    if (size > mostBytes) return { name: 'refused', message: refusals.tooLarge(size, mostBytes) };
    return { name: 'waiting' };
  }

  #next(): void {
    for (const upload of this.#uploads) {
      if (this.#running.size >= mostAtOnce) return;
      if (upload.state.name === 'waiting' && !this.#running.has(upload.id)) void this.#run(upload);
    }
  }

  async #run({ id, file, name }: Upload): Promise<void> {
    const ended = new AbortController();
    this.#running.set(id, ended);
    this.#set(id, { name: 'sending', sent: 0 });
    try {
      const outcome = await this.#options.send({
        ...{ file, name, replacesId: this.#replaces.get(id) ?? null, signal: ended.signal },
        onSent: (sent) => ended.signal.aborted || this.#set(id, { name: 'sending', sent }),
        onWhole: () => ended.signal.aborted || this.#set(id, { name: 'checking' }),
      });
      if (!ended.signal.aborted) this.#set(id, stateOf(outcome));
    } catch (error) {
      if (!ended.signal.aborted) {
        console.error('An upload could not be sent.', error);
        this.#set(id, { name: 'failed', message: 'The browser could not read this file.' });
      }
    } finally {
      this.#running.delete(id);
      this.#next();
    }
  }

  #find(id: number): Upload | undefined {
    return this.#uploads.find((upload) => upload.id === id);
  }

  #set(id: number, state: UploadState): void {
    this.#uploads = this.#uploads.map((one) => (one.id === id ? { ...one, state } : one));
    const upload = this.#find(id);
    if (upload) this.#tell(upload);
  }

  /** Words that were said of the file meanwhile. */
  amend(id: number, change: Partial<UploadedFile>): void {
    const state = this.#find(id)?.state;
    if (state?.name === 'done') this.#set(id, { ...state, file: { ...state.file, ...change } });
  }

  #tell(upload: Upload): void {
    this.#options.onChange?.(upload);
    this.#announce();
  }

  #announce(): void {
    for (const listener of this.#listeners) listener();
  }
}

function stateOf(outcome: SendOutcome): UploadState {
  if (outcome.status === 'refused' || outcome.status === 'failed')
    return { name: outcome.status, message: outcome.message };
  return { name: 'done', file: outcome.file, remark: outcome.remark };
}

/** What is pasted has no name of its own. */
const nameOf = ({ name }: File) => name || 'pasted';
