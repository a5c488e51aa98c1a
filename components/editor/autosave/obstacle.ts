// What keeps a text from the server, and whether waiting is all that it takes.
import type { Conflict } from './saving-state';
import type { SendOutcome } from './transport';

export type Obstacle =
  | { name: 'conflict'; conflict: Conflict }
  /** The post was deleted, or is in the bin. */
  | { name: 'gone' }
  | { name: 'refused'; message: string }
  | { name: 'signed-out' | 'offline' | 'failing' };

/** What a request that got no answer has met. */
export function obstacleOf(outcome: Exclude<SendOutcome, { kind: 'answer' }>): Obstacle {
  switch (outcome.kind) {
    case 'refused':
      return { name: 'refused', message: outcome.message };
    case 'signed-out':
      return { name: 'signed-out' };
    case 'failed':
      return { name: outcome.isOffline ? 'offline' : 'failing' };
  }
}

/** Whether it may be gone the next time; the others wait for the author. */
export function isPassing({ name }: Obstacle): boolean {
  return name !== 'conflict' && name !== 'gone';
}

/** Whether the same text is sent again by itself until it is taken. */
export function isRetried(obstacle: Obstacle): boolean {
  return isPassing(obstacle) && obstacle.name !== 'refused';
}
