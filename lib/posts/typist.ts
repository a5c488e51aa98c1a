// Whose posts somebody may write to, as the writes ask: they know nothing of sessions and roles.
import type { Actor } from '../auth/actor';
import { can } from '../auth/permissions';
import type { Typist } from './autosave';

/** What the writes need to know of an actor. */
export function typistOf(actor: Pick<Actor, 'id' | 'role'>): Typist {
  const mayEditAll = can(actor, 'post:edit', { authorId: null });
  return { personId: actor.id, onlyOf: mayEditAll ? null : actor.id };
}
