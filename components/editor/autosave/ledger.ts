// What one editor has sent and what the server has confirmed of it. Answers may come in any order,
// or never.
import type { FormValues } from '@/lib/actions';
import type { AutosaveAnswer, AutosaveRequest, EditorKnowledge } from '@/lib/posts/editing';
import { isSameValues } from '@/lib/posts/form-texts';
import type { Conflict } from './saving-state';

/** What the server answers of a post and its working copy. */
export type Known = Pick<EditorKnowledge, 'revision' | 'baseVersion'> & { postId: number };

export class Ledger {
  #knowledge: EditorKnowledge;
  #confirmed: FormValues;
  #confirmedSequence = 0;
  #sequence = 0;
  /** Whether a request has gone out of which nobody knows what became. */
  #isUncertain = false;
  /** Milliseconds since 1970; null while this editor has had nothing confirmed. */
  savedAt: number | null = null;

  constructor(knowledge: EditorKnowledge, confirmed: FormValues) {
    this.#knowledge = knowledge;
    this.#confirmed = confirmed;
  }

  get knowledge(): EditorKnowledge {
    return this.#knowledge;
  }

  get confirmed(): FormValues {
    return this.#confirmed;
  }

  isConfirmed(values: FormValues): boolean {
    return isSameValues(values, this.#confirmed);
  }

  /** Whether the server may hold something else than these values. */
  mustSend(values: FormValues): boolean {
    return this.#isUncertain || !this.isConfirmed(values);
  }

  isOutdated(sequence: number): boolean {
    return sequence < this.#confirmedSequence;
  }

  nextRequest(values: FormValues): AutosaveRequest {
    this.#sequence += 1;
    this.#isUncertain = true;
    return { ...this.#knowledge, sequence: this.#sequence, values };
  }

  /** @returns the conflict, or null where the answer settles it */
  take(
    answer: Exclude<AutosaveAnswer, { status: 'gone' }>,
    request: AutosaveRequest,
  ): Conflict | null {
    const { sequence, values } = request;
    const { postId } = answer;
    const at = Date.parse(answer.savedAt);
    if (answer.status === 'conflict') {
      if (!isSameValues(answer.theirs, values)) return answer;
      const { theirRevision: revision, theirVersion: baseVersion } = answer;
      this.#settle({ postId, revision, baseVersion }, values, sequence, at);
      return null;
    }
    // What is stored in its place is a later one of ours, whose own answer confirms it.
    const isThisOne = answer.status === 'saved' || sequence === this.#sequence;
    const { revision, version: baseVersion } = answer;
    const stored = isThisOne ? values : this.#confirmed;
    this.#settle({ postId, revision, baseVersion }, stored, sequence, at);
    return null;
  }

  /** The server holds these values by other ways than an autosave. */
  confirm(known: Known, stored: FormValues, at: number): void {
    this.#settle(known, stored, this.#sequence, at);
  }

  /** What is stored is known, and shall be replaced. */
  learn(known: Known): void {
    this.#knowledge = { ...this.#knowledge, ...known };
  }

  /** Values that nobody typed need not be sent. */
  presume(values: FormValues): void {
    if (this.#sequence === 0) this.#confirmed = values;
  }

  /** A new post goes on under the key under which this device began it. */
  adoptDraftKey(draftKey: string): void {
    if (this.#knowledge.postId === null && this.#sequence === 0)
      this.#knowledge = { ...this.#knowledge, draftKey };
  }

  #settle(known: Known, stored: FormValues, sequence: number, at: number): void {
    if (this.isOutdated(sequence)) return;
    this.learn(known);
    this.#confirmed = stored;
    this.#confirmedSequence = sequence;
    this.#isUncertain = sequence < this.#sequence;
    this.savedAt = at;
  }
}
