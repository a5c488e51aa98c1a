// Brings what is typed to the server and keeps it on the device until the server has confirmed it.
// A machine without a page: it is told of typing and of the world, and says how things stand.
import type { FormValues } from '@/lib/actions';
import type { AutosaveRequest, EditorKnowledge } from '@/lib/posts/editing';
import type { AutosaveOptions } from './autosave-options';
import { type Known, Ledger } from './ledger';
import { isPassing, isRetried, type Obstacle, obstacleOf } from './obstacle';
import type { Conflict, SavingState } from './saving-state';
import { dueAt, keepAfterMs, retryAfter } from './timing';
import type { SendOutcome } from './transport';

export class Autosave {
  readonly #options: AutosaveOptions;
  readonly #ledger: Ledger;
  #values: FormValues;
  #underWay: Promise<void> | null = null;
  #obstacle: Obstacle | null = null;
  #failures = 0;
  /** What the server did not take last. */
  #refused: FormValues | null = null;
  #isPaused = false;
  #isStopped = false;
  /** Whether there is typing that no request carries. */
  #isUnsent = false;
  #firstTypedAt = 0;
  #lastTypedAt = 0;
  #keepTimer: ReturnType<typeof setTimeout> | undefined;
  #sendTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: AutosaveOptions) {
    this.#options = options;
    this.#ledger = new Ledger(options.knowledge, options.confirmed);
    this.#ledger.savedAt = options.savedAt ?? null;
    this.#values = options.confirmed;
  }

  /** What the author has in front of them. */
  get values(): FormValues {
    return this.#values;
  }

  get knowledge(): EditorKnowledge {
    return this.#ledger.knowledge;
  }

  /** What the server last confirmed. */
  get base(): FormValues {
    return this.#ledger.confirmed;
  }

  get isConfirmed(): boolean {
    return this.#ledger.isConfirmed(this.#values);
  }

  get state(): SavingState {
    const kept = this.#options.keeper.status();
    if (this.#obstacle !== null) return { kept, ...this.#obstacle };
    if (this.#underWay !== null || !this.isConfirmed) return { kept, name: 'saving' };
    const at = this.#ledger.savedAt;
    return at === null ? { kept, name: 'untouched' } : { kept, name: 'saved', at };
  }

  /** The author has typed. */
  type(next: FormValues): void {
    const now = Date.now();
    this.#values = next;
    if (!this.#isUnsent) this.#firstTypedAt = now;
    this.#lastTypedAt = now;
    this.#isUnsent = true;
    this.#keepTimer ??= setTimeout(() => this.#keep(), keepAfterMs);
    // A retry that waits takes it along.
    if (this.#obstacle === null || this.#obstacle.name === 'refused') this.#scheduleTyped();
    this.#tell();
  }

  /** The world may have changed: a network, a sign-in, a page looked at again. */
  retry(): void {
    const isWaiting = this.#obstacle !== null && isPassing(this.#obstacle);
    if (isWaiting && this.#underWay === null && !this.#isPaused) this.#dispatch();
  }

  /** Sends what there is without waiting for a rest. */
  flush(): void {
    if (this.#obstacle !== null) this.retry();
    else if (this.#isUnsent && !this.isConfirmed && this.#underWay === null && !this.#isPaused)
      this.#dispatch();
  }

  /** The page may be gone in a moment. */
  leave(): void {
    this.#keep();
    const isHopeless = this.#obstacle !== null && !isPassing(this.#obstacle);
    if (this.#isUnsent && !this.isConfirmed && !this.#isPaused && !isHopeless) this.#dispatch(true);
  }

  /** Before a real save: waits for what is under way, and sends nothing more until `resume`. */
  async pause(): Promise<void> {
    this.#isPaused = true;
    this.#keep();
    clearTimeout(this.#sendTimer);
    await this.#underWay;
  }

  resume(): void {
    this.#isPaused = false;
    const obstacle = this.#obstacle;
    const isOther = obstacle?.name === 'refused' && this.#values !== this.#refused;
    // The retry that waited was called off, and typing on does not bring it back.
    if (obstacle !== null && isRetried(obstacle)) this.#scheduleRetry();
    else if ((obstacle === null || isOther) && this.#ledger.mustSend(this.#values))
      this.#scheduleTyped();
    this.#tell();
  }

  /** The server holds these values now, by a real save or by a choice in a conflict. */
  confirm(known: Known, stored: FormValues, at = Date.now()): void {
    this.#ledger.confirm(known, stored, at);
    this.#pass();
    this.#isUnsent = !this.isConfirmed;
    if (!this.#isUnsent) this.#options.keeper.drop();
    this.#tell();
  }

  /** The post has changed, but not what it says. */
  inform(known: Known): void {
    this.#ledger.learn(known);
    if (this.#obstacle?.name === 'gone') this.#pass();
  }

  /** Theirs being known, what the author has in front of them shall stand. */
  overrule(known: Known): void {
    this.#ledger.learn(known);
    this.#pass();
    if (this.#underWay === null && !this.#isPaused) this.#dispatch();
  }

  /** A conflict that a real save has met. */
  meet(conflict: Conflict): void {
    this.#obstacle = { name: 'conflict', conflict };
    this.#tell();
  }

  /** The form has other values from the start, which nobody typed. */
  presume(values: FormValues): void {
    this.#ledger.presume(values);
    this.#values = values;
  }

  /** A new post goes on under the key under which this device began it. */
  adoptDraftKey(draftKey: string): void {
    this.#ledger.adoptDraftKey(draftKey);
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#keepTimer);
    clearTimeout(this.#sendTimer);
  }

  #tell(): void {
    if (!this.#isStopped) this.#options.onChange(this.state);
  }

  #keep(): void {
    clearTimeout(this.#keepTimer);
    this.#keepTimer = undefined;
    if (!this.#ledger.mustSend(this.#values)) return;
    const { editor: id, ...place } = this.knowledge;
    this.#options.keeper.keep({
      ...place,
      id,
      personId: this.#options.personId,
      values: this.#values,
      keptAt: Date.now(),
      reason: 'unconfirmed',
    });
  }

  #schedule(at: number, act: () => void): void {
    clearTimeout(this.#sendTimer);
    if (this.#isPaused || this.#isStopped || this.#underWay !== null) return;
    this.#sendTimer = setTimeout(act, Math.max(0, at - Date.now()));
  }

  #scheduleTyped(): void {
    this.#schedule(dueAt(this.#firstTypedAt, this.#lastTypedAt), () => {
      if (this.#ledger.mustSend(this.#values)) this.#dispatch();
      else this.#rest();
    });
  }

  /** Sends the newest values: one request at a time, but for the last of a page that is leaving. */
  #dispatch(isLast = false): void {
    clearTimeout(this.#sendTimer);
    this.#isUnsent = false;
    const request = this.#ledger.nextRequest(this.#values);
    const ended: Promise<void> = this.#options.send(request, isLast).then((outcome) => {
      if (this.#underWay === ended) this.#underWay = null;
      this.#receive(outcome, request);
    });
    this.#underWay = ended;
    this.#tell();
  }

  #receive(outcome: SendOutcome, request: AutosaveRequest): void {
    if (outcome.kind !== 'answer') {
      if (!this.#ledger.isOutdated(request.sequence)) this.#stumble(outcome, request);
    } else if (outcome.answer.status === 'gone') {
      this.#obstacle = { name: 'gone' };
    } else {
      const conflict = this.#ledger.take(outcome.answer, request);
      if (conflict === null) this.#pass();
      else this.#obstacle = { name: 'conflict', conflict };
    }
    if (this.#obstacle === null && this.#underWay === null) {
      if (this.#ledger.mustSend(this.#values)) this.#scheduleTyped();
      else this.#rest();
    }
    this.#tell();
  }

  #stumble(outcome: Exclude<SendOutcome, { kind: 'answer' }>, { values }: AutosaveRequest): void {
    this.#isUnsent = true;
    this.#obstacle = obstacleOf(outcome);
    if (outcome.kind === 'refused') this.#refused = values;
    if (!isRetried(this.#obstacle)) return;
    this.#failures += 1;
    this.#scheduleRetry();
  }

  #scheduleRetry(): void {
    const chance = (this.#options.chance ?? Math.random)();
    const waitMs = retryAfter(this.#failures, chance, this.#obstacle?.name === 'signed-out');
    this.#schedule(Date.now() + waitMs, () => this.#dispatch());
  }

  #pass(): void {
    this.#obstacle = null;
    this.#failures = 0;
  }

  /** All is confirmed. */
  #rest(): void {
    this.#isUnsent = false;
    this.#options.keeper.drop();
    this.#tell();
  }
}
