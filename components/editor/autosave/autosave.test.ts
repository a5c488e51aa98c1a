// The machine that loses nothing: what it sends when all goes well.
import { describe, expect, test, vi } from 'vitest';
import { saved, stopClock, text, world } from './fixture';

stopClock();

describe('when', () => {
  test('a keystroke is on the device within 250 ms, and nothing is sent yet', async () => {
    const { autosave, sent, kept } = world();
    autosave.type(text('a'));
    await vi.advanceTimersByTimeAsync(249);
    expect(kept()).toBe('a');
    expect(sent).toEqual([]);
  });

  test('every keystroke of steady typing is on the device within 250 ms', async () => {
    const { autosave, kept } = world();
    for (let count = 1; count <= 40; count += 1) {
      autosave.type(text('x'.repeat(count)));
      const typedAt = count;
      await vi.advanceTimersByTimeAsync(50);
      if (count > 5) expect(kept()?.length).toBeGreaterThanOrEqual(typedAt - 5);
    }
  });

  test('after 1 s of rest the server gets it', async () => {
    const { autosave, sent } = world();
    autosave.type(text('a'));
    await vi.advanceTimersByTimeAsync(999);
    expect(sent).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(sent[0]).toMatchObject({ at: 1000, request: { sequence: 1, values: { body: 'a' } } });
  });

  test('at the latest every 2 s while typing goes on', async () => {
    const one = world();
    await one.typeOn('abcdefghij', 250);
    expect(one.sent[0]?.at).toBe(2000);
    await one.answer();
    await one.typeOn('klmnopqrst', 250);
    expect(one.sent[1]?.at).toBeLessThanOrEqual(2500 + 2000);
  });

  test('what is taken back at once is neither sent nor kept', async () => {
    const { autosave, sent, kept } = world();
    autosave.type(text('a'));
    await vi.advanceTimersByTimeAsync(200);
    expect(kept()).toBe('a');
    autosave.type(text(''));
    await vi.advanceTimersByTimeAsync(5000);
    expect(sent).toEqual([]);
    expect(kept()).toBeUndefined();
    expect(autosave.state.name).toBe('untouched');
  });
});

describe('one after the other', () => {
  test('one request is under way, the next carries the newest', async () => {
    const one = world();
    one.autosave.type(text('a'));
    await vi.advanceTimersByTimeAsync(1000);
    await one.typeOn('bcdefgh', 500);
    expect(one.bodies()).toEqual(['a']);
    await one.answer();
    await vi.advanceTimersByTimeAsync(0);
    expect(one.bodies()).toEqual(['a', 'abcdefgh']);
    expect(one.sent[1]?.request).toMatchObject({ sequence: 2, revision: 1, postId: 3 });
  });

  test('what is confirmed leaves the device; what was typed since stays', async () => {
    const one = world();
    one.autosave.type(text('a'));
    await vi.advanceTimersByTimeAsync(1000);
    one.autosave.type(text('ab'));
    await vi.advanceTimersByTimeAsync(200);
    await one.answer();
    expect(one.kept()).toBe('ab');
    await vi.advanceTimersByTimeAsync(1000);
    await one.answer();
    await vi.advanceTimersByTimeAsync(0);
    expect(one.kept()).toBeUndefined();
    expect(one.autosave.state).toMatchObject({ name: 'saved', kept: { status: 'none' } });
  });

  test('taking back what is under way is sent too', async () => {
    const one = world();
    one.autosave.type(text('a'));
    await vi.advanceTimersByTimeAsync(1000);
    one.autosave.type(text(''));
    await one.answer();
    await vi.advanceTimersByTimeAsync(1000);
    expect(one.bodies()).toEqual(['a', '']);
  });
});

describe('leaving', () => {
  test('sends what is unsent at once, also beside a request', async () => {
    const one = world();
    one.autosave.type(text('a'));
    await vi.advanceTimersByTimeAsync(1000);
    one.autosave.type(text('ab'));
    one.autosave.leave();
    await vi.advanceTimersByTimeAsync(0);
    expect(one.sent[1]).toMatchObject({ isLast: true, request: { sequence: 2 } });
    expect(one.kept()).toBe('ab');
  });

  test('an older answer after a newer one changes nothing', async () => {
    const one = world();
    one.autosave.type(text('a'));
    await vi.advanceTimersByTimeAsync(1000);
    one.autosave.type(text('ab'));
    one.autosave.leave();
    await one.answer(saved(2), 1);
    await one.answer(
      {
        kind: 'answer',
        answer: {
          status: 'superseded',
          postId: 3,
          version: 1,
          revision: 2,
          savedAt: new Date().toISOString(),
        },
      },
      0,
    );
    await vi.advanceTimersByTimeAsync(5000);
    expect(one.sent).toHaveLength(2);
    expect(one.autosave.state.name).toBe('saved');
    expect(one.autosave.knowledge.revision).toBe(2);
  });

  test('sends nothing when all is confirmed or on its way', async () => {
    const one = world();
    one.autosave.leave();
    one.autosave.type(text('a'));
    await vi.advanceTimersByTimeAsync(1000);
    one.autosave.leave();
    await one.answer();
    one.autosave.leave();
    expect(one.sent).toHaveLength(1);
  });
});

test('a new post goes on under the key under which it was begun', async () => {
  const one = world();
  one.autosave.adoptDraftKey('before');
  one.autosave.type(text('a'));
  await vi.advanceTimersByTimeAsync(1000);
  expect(one.sent[0]?.request.draftKey).toBe('before');
  one.autosave.adoptDraftKey('too late');
  expect(one.autosave.knowledge.draftKey).toBe('before');
});
