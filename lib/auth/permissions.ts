// Who may do what. Owners may do everything; authors write their own posts, may add tags, which
// belong to nobody, and media, which stay theirs. Pure.
import type { Actor } from './actor';

export type Permission =
  | 'post:create'
  | 'post:edit'
  | 'post:publish'
  | 'post:delete'
  | 'tag:create'
  | 'tag:manage'
  | 'media:create'
  | 'media:change'
  | 'series:manage'
  | 'redirects:manage'
  | 'settings:manage'
  | 'people:manage';

/** What an author may do: always, with posts of their own, or never. */
const authors: Record<Permission, 'always' | 'own' | 'never'> = {
  'post:create': 'always',
  'post:edit': 'own',
  'post:publish': 'own',
  'post:delete': 'own',
  'tag:create': 'always',
  'tag:manage': 'never',
  'media:create': 'always',
  'media:change': 'own',
  'series:manage': 'never',
  'redirects:manage': 'never',
  'settings:manage': 'never',
  'people:manage': 'never',
};

/**
 * Whether somebody may do something. Without `of` the question is whether they may do it to a post
 * of their own, as a page asks before it knows which post.
 */
export function can(
  actor: Pick<Actor, 'id' | 'role'>,
  permission: Permission,
  of?: { authorId: number | null },
): boolean {
  if (actor.role === 'owner') return true;
  const rule = authors[permission];
  if (rule === 'own') return of === undefined || of.authorId === actor.id;
  return rule === 'always';
}
