import { expect, test } from 'vitest';
import { type LocalCopy, type OpenPost, sortCopies } from './local-copy';

const now = Date.parse('2026-02-01T12:00:00Z');
const day = 86_400_000;

const copy = (over: Partial<LocalCopy>): LocalCopy => ({
  id: 'one',
  personId: 7,
  postId: 3,
  draftKey: 'key',
  kind: 'entry',
  revision: 1,
  baseVersion: 1,
  values: { body: 'typed' },
  keptAt: now - 60_000,
  reason: 'unconfirmed',
  ...over,
});

const stored: OpenPost = { postId: 3, draftKey: 'key', kind: 'entry' };
const fresh: OpenPost = { postId: null, draftKey: 'another', kind: 'entry' };

type Place = 'offered' | 'setAside' | 'stale' | null;

test.each<{ name: string; over: Partial<LocalCopy>; open?: OpenPost; place: Place }>([
  { name: 'text of this post', over: {}, place: 'offered' },
  { name: 'text of another post', over: { postId: 4, draftKey: 'other' }, place: null },
  { name: 'what the server has', over: { values: { body: 'stored' } }, place: 'stale' },
  { name: 'text of an editor that is open', over: { id: 'open' }, place: null },
  { name: 'text of 31 days ago', over: { keptAt: now - 31 * day }, place: 'stale' },
  { name: 'text of 29 days ago', over: { keptAt: now - 29 * day }, place: 'offered' },
  {
    name: 'old text of another post',
    over: { postId: 4, draftKey: 'other', keptAt: now - 31 * day },
    place: 'stale',
  },
  { name: 'the loser of a choice', over: { reason: 'set-aside' }, place: 'setAside' },
  { name: 'a begun post on its own page', over: { postId: null }, place: 'offered' },
  {
    name: 'a begun post where one is begun',
    over: { postId: null },
    open: fresh,
    place: 'offered',
  },
  {
    name: 'a begun post of another kind',
    over: { postId: null, kind: 'note' },
    open: fresh,
    place: null,
  },
  { name: 'a stored post where one is begun', over: {}, open: fresh, place: null },
])('$name', ({ over, open = stored, place }) => {
  const sorted = sortCopies([copy(over)], {
    ...open,
    isOnServer: (values) => values.body === 'stored',
    openEditors: new Set(['open']),
    now,
  });
  const found = Object.entries(sorted).find(([, copies]) => copies.length > 0);
  expect(found?.[0] ?? null).toBe(place);
});

test('the newest comes first', () => {
  const copies = [copy({ id: 'old', keptAt: now - 2 }), copy({ id: 'new', keptAt: now - 1 })];
  const { offered } = sortCopies(copies, {
    ...stored,
    isOnServer: () => false,
    openEditors: new Set(),
    now,
  });
  expect(offered.map(({ id }) => id)).toEqual(['new', 'old']);
});
