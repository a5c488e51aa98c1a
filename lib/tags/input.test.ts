import { expect, test } from 'vitest';
import { idList, mergeQuery, tagListQuery, undoInput } from './input';

test('what makes no sense in a query is as good as not said', () => {
  expect(tagListQuery.parse({ q: 'a\0b', done: '99999999999', page: '0' })).toMatchObject({
    q: 'ab',
    done: [],
    page: 1,
  });
  expect(mergeQuery.parse({ from: ['1,2', '99999999999'], into: 'x\0' })).toMatchObject({
    from: [],
    into: 'x',
  });
});

test('one form names 200 tags at most; any number of deletions is taken back at once', () => {
  const many = Array.from({ length: 1000 }, (_, index) => index + 1).join(',');
  expect(idList.safeParse(many).success).toBe(false);
  expect(undoInput.parse({ changes: many }).changes).toHaveLength(1000);
});
