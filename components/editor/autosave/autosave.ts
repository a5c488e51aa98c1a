// Brings what is typed to the server and keeps it on the device until the server has confirmed it.
// A machine without a page: it is told of typing and of the world, and says how things stand.
import type { FormValues } from '@/lib/actions';
import type { AutosaveAnswer, EditorKnowledge } from '@/lib/posts/editing';
import { isSameValues } from '@/lib/posts/form-texts';
import type { CopyKeeper } from './copy-keeper';
import type { Conflict, SavingState } from './saving-state';
import { dueAt, keepAfterMs, retryAfter } from './timing';
import type { Send, SendOutcome } from './transport';

export type AutosaveOptions = {
  knowledge: EditorKnowledge;
  /** What the server holds, the working copy included. */
  confirmed: FormValues;
  personId: number;
  send: Send;
  keeper: CopyKeeper;
  /** Between 0 and 1. */
  chance?: () => number;
  onChange: (state: SavingState) => void;
};

export type Known = Pick<EditorKnowledge, 'revision' | 'baseVersion'> & { postId: number | null };

export type Autosave = ReturnType<typeof createAutosave>;

/** What stands in the way of sending until something happens. */
type Obstacle =
  | { name: 'conflict'; conflict: Conflict }
  | { name: 'gone' }
  | { name: 'refused'; message: string }
  | { name: 'signed-out' | 'offline' | 'failing' };

export function createAutosave(options: AutosaveOptions) {
  const { keeper, send, personId, chance = Math.random, onChange } = options;
  let knowledge = options.knowledge;
  let confirmed = options.confirmed;
  let values = options.confirmed;
  let savedAt: number | null = null;
  let sequence = 0;
  let confirmedSequence = 0;
  let underWay: Promise<void> | null = null;
  let obstacle: Obstacle | null = null;
  let failures = 0;
  let isPaused = false;
  let isStopped = false;
  let firstTypedAt = 0;
  let lastTypedAt = 0;
  let keepTimer: ReturnType<typeof setTimeout> | null = null;
  let sendTimer: ReturnType<typeof setTimeout> | null = null;
  let unsent = false;

  const isConfirmed = () => isSameValues(values, confirmed);

  function state(): SavingState {
    const kept = keeper.status();
    if (obstacle !== null) return { kept, ...obstacle };
    if (underWay !== null || !isConfirmed()) return { kept, name: 'saving' };
    return savedAt === null ? { kept, name: 'untouched' } : { kept, name: 'saved', at: savedAt };
  }

  const tell = () => {
    if (!isStopped) onChange(state());
  };

  function keep(): void {
    if (keepTimer !== null) clearTimeout(keepTimer);
    keepTimer = null;
    if (isConfirmed()) return;
    const { editor: id, postId, draftKey, kind, revision, baseVersion } = knowledge;
    const place = { id, postId, draftKey, kind, revision, baseVersion };
    keeper.keep({ ...place, personId, values, keptAt: Date.now(), reason: 'unconfirmed' });
  }

  function schedule(at: number): void {
    if (sendTimer !== null) clearTimeout(sendTimer);
    sendTimer = null;
    if (isPaused || isStopped || underWay !== null) return;
    sendTimer = setTimeout(dispatch, Math.max(0, at - Date.now()));
  }

  /** Sends the newest values; one request at a time, but for the last of a page that is leaving. */
  function dispatch(isLast = false): void {
    if (sendTimer !== null) clearTimeout(sendTimer);
    sendTimer = null;
    sequence += 1;
    unsent = false;
    const request = { ...knowledge, sequence, values };
    const ended: Promise<void> = send(request, isLast).then((outcome) => {
      if (underWay === ended) underWay = null;
      receive(outcome, request.sequence, request.values);
    });
    underWay = ended;
    tell();
  }

  function receive(outcome: SendOutcome, number: number, sent: FormValues): void {
    if (outcome.kind === 'answer') takeAnswer(outcome.answer, number, sent);
    else if (number > confirmedSequence) stumble(outcome);
    if (isConfirmed() && obstacle === null) keeper.drop();
    else if (!isPaused && obstacle === null && underWay === null)
      schedule(unsent ? dueAt(firstTypedAt, lastTypedAt) : Date.now());
    tell();
  }

  function takeAnswer(answer: AutosaveAnswer, number: number, sent: FormValues): void {
    if (answer.status === 'gone') {
      obstacle = { name: 'gone' };
      return;
    }
    if (answer.status === 'conflict') {
      const { postId, theirRevision: revision, theirVersion: baseVersion } = answer;
      if (!isSameValues(answer.theirs, sent)) obstacle = { name: 'conflict', conflict: answer };
      else settle({ postId, revision, baseVersion }, sent, number, Date.parse(answer.savedAt));
      return;
    }
    const { postId, revision, version: baseVersion } = answer;
    // What was stored instead of this one is a later one of ours: its own answer confirms it.
    const isThisOne = answer.status === 'saved' || number === sequence;
    const stored = isThisOne ? sent : confirmed;
    settle({ postId, revision, baseVersion }, stored, number, Date.parse(answer.savedAt));
  }

  function settle(known: Known, stored: FormValues, number: number, at: number): void {
    obstacle = null;
    failures = 0;
    if (number < confirmedSequence) return;
    confirmedSequence = number;
    knowledge = { ...knowledge, ...known };
    confirmed = stored;
    savedAt = at;
  }

  function stumble(outcome: Exclude<SendOutcome, { kind: 'answer' }>): void {
    unsent = true;
    if (outcome.kind === 'refused') {
      obstacle = { name: 'refused', message: outcome.message };
      return;
    }
    failures += 1;
    const isSignedOut = outcome.kind === 'signed-out';
    const isOffline = outcome.kind === 'failed' && outcome.isOffline;
    obstacle = { name: isSignedOut ? 'signed-out' : isOffline ? 'offline' : 'failing' };
    schedule(Date.now() + retryAfter(failures, chance(), isSignedOut));
  }

  /** Whether more of the same may be sent when there is more; a waiting retry takes it along. */
  const isBlocked = () => obstacle !== null && obstacle.name !== 'refused';

  return {
    state,
    /** What the author has in front of him. */
    values: () => values,
    knowledge: () => knowledge,
    isConfirmed,

    /** The author has typed. */
    type(next: FormValues): void {
      if (isSameValues(next, values)) return;
      const now = Date.now();
      values = next;
      if (!unsent) firstTypedAt = now;
      lastTypedAt = now;
      unsent = true;
      keepTimer ??= setTimeout(keep, keepAfterMs);
      if (!isBlocked()) schedule(dueAt(firstTypedAt, lastTypedAt));
      tell();
    },

    /** The world may have changed: a network, a sign-in, a page looked at again. */
    retry(): void {
      const isWaiting = ['offline', 'failing', 'signed-out', 'refused'].includes(
        obstacle?.name ?? '',
      );
      if (isWaiting && underWay === null && !isPaused) dispatch();
    },

    /** The page may be gone in a moment. */
    leave(): void {
      keep();
      const isHopeless = obstacle?.name === 'conflict' || obstacle?.name === 'gone';
      if (unsent && !isConfirmed() && !isPaused && !isHopeless) dispatch(true);
    },

    /** Sends what there is at once; for "Save" without a connection to the real save. */
    now(): void {
      if (!isConfirmed() && underWay === null && !isPaused && !isBlocked()) dispatch();
    },

    /** Before a real save: waits for what is under way and sends nothing more until `resume`. */
    async pause(): Promise<void> {
      isPaused = true;
      keep();
      if (sendTimer !== null) clearTimeout(sendTimer);
      sendTimer = null;
      await underWay;
    },

    resume(): void {
      isPaused = false;
      if (!isConfirmed() && !isBlocked()) schedule(dueAt(firstTypedAt, lastTypedAt));
      tell();
    },

    /** The server holds these values now, by a real save or a choice in a conflict. */
    confirm(known: Known, stored: FormValues, at = Date.now()): void {
      settle(known, stored, sequence, at);
      unsent = !isConfirmed();
      if (!unsent) keeper.drop();
      tell();
    },

    /**
     * The author has decided a conflict: what is in front of him shall stand, theirs being known
     * and kept.
     */
    overrule(known: Known): void {
      obstacle = null;
      knowledge = { ...knowledge, ...known };
      if (underWay === null && !isPaused) dispatch();
    },

    /** A conflict that a real save has met. */
    meet(conflict: Conflict): void {
      obstacle = { name: 'conflict', conflict };
      tell();
    },

    stop(): void {
      isStopped = true;
      if (keepTimer !== null) clearTimeout(keepTimer);
      if (sendTimer !== null) clearTimeout(sendTimer);
    },
  };
}
