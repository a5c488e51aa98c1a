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

test('whatever is refused comes back with what was typed and what its sender knew', async () => {
  const form = { ...formOfNew('update'), revision: '7', baseVersion: '3' };
  const values = { kind: 'note', body: 'Words.', title: 'A note', revision: '7', baseVersion: '3' };
  const refusals = [
    { caller: 'anonymous', sent: form, status: 'error' },
    { caller: 'owner', sent: { ...form, intent: 'bin', postId: '4711' }, status: 'error' },
    { caller: 'owner', sent: { ...form, intent: 'explode' }, status: 'invalid' },
    {
      caller: 'owner',
      sent: { ...form, intent: 'publish', publishedAt: 'never' },
      status: 'invalid',
    },
  ] as const;
  for (const { caller, sent, status } of refusals)
    expect(await world.call(caller, editPost, sent)).toMatchObject({ status, values });
});

test('no secret of a form and none of its workings come back', async () => {
  const sent = { ...formOfNew('update'), password: 'secret' };
  const answer = await world.call('anonymous', editPost, sent);
  expect(answer).toMatchObject({ values: { kind: 'note' } });
  expect(answer).not.toHaveProperty('values.password');
});

test('what the author wanted to be rid of does not come back', async () => {
  const sent = { ...formOfNew('discardChanges'), postId: '4711' };
  const answer = await world.call('owner', editPost, sent);
  expect(answer.status).toBe('error');
  expect(answer).not.toHaveProperty('values');
});
