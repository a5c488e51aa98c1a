import { describe, expect, test } from 'vitest';
import { can, type Permission } from './permissions';

const owner = { id: 1, role: 'owner' as const };
const author = { id: 2, role: 'author' as const };

/** What an author may do: anyhow, to a post of their own, to somebody else's, to nobody's. */
const table: Record<
  Permission,
  [anyhow: boolean, own: boolean, others: boolean, nobodys: boolean]
> = {
  'post:create': [true, true, true, true],
  'post:edit': [true, true, false, false],
  'post:publish': [true, true, false, false],
  'post:delete': [true, true, false, false],
  'tag:create': [true, true, true, true],
  'tag:manage': [false, false, false, false],
  'media:create': [true, true, true, true],
  'media:change': [true, true, false, false],
  'series:manage': [false, false, false, false],
  'redirects:manage': [false, false, false, false],
  'settings:manage': [false, false, false, false],
  'people:manage': [false, false, false, false],
};

describe.each(Object.entries(table) as [Permission, boolean[]][])('%s', (permission, allowed) => {
  test('of an author', () => {
    const asked = [undefined, { authorId: 2 }, { authorId: 1 }, { authorId: null }];
    expect(asked.map((of) => can(author, permission, of))).toEqual(allowed);
  });

  test('of an owner: always', () => {
    expect(can(owner, permission)).toBe(true);
    expect(can(owner, permission, { authorId: 2 })).toBe(true);
    expect(can(owner, permission, { authorId: null })).toBe(true);
  });
});
