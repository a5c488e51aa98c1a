import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { posts } from '../db/schema';
import { actionWorld, callers } from '../testing/actions';
import { formOf, openEditor } from '../testing/editor';
import { editPost } from './form-actions';

const world = actionWorld();

const formOfNew = (intent: string) => {
  const { editor, draftKey, kind } = openEditor();
  const values = formOf({ body: 'Words.', title: 'A note' });
  const known = { editor, draftKey, kind, postId: '', revision: '0', baseVersion: '1' };
  return { ...values, ...known, intent };
};

test.each(callers)('%s may do what the pressed button may', async (caller) => {
  const form = formOfNew('saveDraft');
  const answer = await world.call(caller, editPost, form);
  expect(answer.status).toBe(caller === 'anonymous' ? 'error' : 'ok');
  const made = await world.db().select().from(posts).where(eq(posts.draftKey, form.draftKey));
  expect(made).toHaveLength(caller === 'anonymous' ? 0 : 1);
});

test('another button does another thing', async () => {
  const form = formOfNew('publish');
  expect(await world.call('owner', editPost, form)).toMatchObject({
    status: 'ok',
    data: { status: 'published' },
  });
});

test('a button that there is not does nothing', async () => {
  const answer = await world.call('owner', editPost, formOfNew('explode'));
  expect(answer.status).toBe('invalid');
});
