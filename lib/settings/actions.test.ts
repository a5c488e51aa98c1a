// Who may change the settings, and what the form is answered.
import { describe, expect, test } from 'vitest';
import { actionWorld, callers } from '../testing/actions';
import { changeSettings, renderAgain } from './actions';
import { initialSettings } from './definition';
import { toFormValues } from './form-values';
import { getSettings } from './queries';

const world = actionWorld();
const form = (over = {}) => ({ ...toFormValues(initialSettings), ...over });

test('owners may, nobody else', async () => {
  for (const caller of callers) {
    const { status } = await world.call(caller, changeSettings, form({ title: 'Changed' }));
    expect([caller, status]).toEqual([caller, caller === 'owner' ? 'ok' : 'error']);
    const { title } = await getSettings(world.db());
    expect(title).toBe(caller === 'owner' ? 'Changed' : 'Commonplace');
  }
});

test('owners may have posts rendered again, nobody else', async () => {
  for (const caller of callers) {
    const { status } = await world.call(caller, renderAgain, { after: '0' });
    expect([caller, status]).toEqual([caller, caller === 'owner' ? 'ok' : 'error']);
  }
});

describe('the answer', () => {
  test.each<{ texts: Record<string, string>; message: string | RegExp }>([
    { texts: { tagline: 'New' }, message: 'Saved: tagline.' },
    { texts: { tagline: 'New' }, message: 'Nothing was changed.' },
    { texts: { language: 'de' }, message: /^Saved: language\. Posts .* rendered again/ },
  ])('says what came of $texts', async ({ texts, message }) => {
    const now = toFormValues(await getSettings(world.db()));
    const state = await world.call('owner', changeSettings, { ...now, ...texts });
    expect(state).toMatchObject({ status: 'ok', message: expect.stringMatching(message) });
  });

  test('says what is wrong, and nothing is stored', async () => {
    const before = await getSettings(world.db());
    const texts = { ...toFormValues(before), title: '', author: 'Me' };
    const state = await world.call('owner', changeSettings, texts);
    expect(state).toMatchObject({
      status: 'invalid',
      message: 'Nothing is saved yet: one field needs another look.',
      fields: { title: 'Must not be empty.' },
      values: { author: 'Me' },
    });
    expect(await getSettings(world.db())).toEqual(before);
  });
});
