// The machine that loses nothing: what it does when something stands in the way.
import { describe, expect, test, vi } from 'vitest';
import { conflict, offline, stopClock, text, world } from './fixture';

stopClock();

describe('when it fails', () => {
  test('tries again at growing intervals with the newest text', async () => {
    const one = world();
    one.autosave.type(text('a'));
    await vi.advanceTimersByTimeAsync(1000);
    for (const waitMs of [1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]) {
      const count = one.sent.length;
      await one.answer(offline);
      await vi.advanceTimersByTimeAsync(waitMs - 1);
      expect(one.sent).toHaveLength(count);
      await vi.advanceTimersByTimeAsync(1);
      expect(one.sent).toHaveLength(count + 1);
    }
    one.autosave.type(text('ab'));
    await one.answer(offline);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(one.bodies().at(-1)).toBe('ab');
  });

  test('typing does not hammer a server that is away, and is kept', async () => {
    const one = world();
    one.autosave.type(text('a'));
    await vi.advanceTimersByTimeAsync(1000);
    for (let count = 0; count < 4; count += 1) {
      await one.answer(offline);
      await vi.advanceTimersByTimeAsync(8000);
    }
    await one.answer(offline);
    const before = one.sent.length;
    await one.typeOn('bcdefgh', 1000);
    expect(one.sent).toHaveLength(before);
    expect(one.kept()).toBe('abcdefgh');
    expect(one.autosave.state).toMatchObject({ name: 'offline', kept: { status: 'kept' } });
  });

  test('a network that is back is used at once, and intervals begin anew', async () => {
    const one = world();
    one.autosave.type(text('a'));
    await vi.advanceTimersByTimeAsync(1000);
    await one.answer(offline);
    one.autosave.retry();
    expect(one.sent).toHaveLength(2);
    await one.answer();
    expect(one.autosave.state.name).toBe('saved');
    one.autosave.type(text('ab'));
    await vi.advanceTimersByTimeAsync(1000);
    expect(one.sent).toHaveLength(3);
  });

  test('what was taken back after a lost answer is sent, for the server may have it', async () => {
    const one = world();
    one.autosave.type(text('a'));
    await vi.advanceTimersByTimeAsync(1000);
    one.autosave.type(text(''));
    await one.answer(offline);
    await vi.advanceTimersByTimeAsync(1000);
    expect(one.bodies()).toEqual(['a', '']);
  });

  test('signed out: kept, asked for again soon, and resumed', async () => {
    const one = world();
    one.autosave.type(text('a'));
    await vi.advanceTimersByTimeAsync(1000);
    for (let count = 0; count < 6; count += 1) {
      await one.answer({ kind: 'signed-out' });
      expect(one.autosave.state.name).toBe('signed-out');
      expect(one.kept()).toBe('a');
      await vi.advanceTimersByTimeAsync(8000);
    }
    await one.answer();
    expect(one.autosave.state.name).toBe('saved');
  });

  test('refused: not sent again until it is another text', async () => {
    const one = world();
    one.autosave.type(text('a'));
    await vi.advanceTimersByTimeAsync(1000);
    await one.answer({ kind: 'refused', message: 'Too long.' });
    await vi.advanceTimersByTimeAsync(100_000);
    expect(one.sent).toHaveLength(1);
    expect(one.kept()).toBe('a');
    one.autosave.type(text(''));
    one.autosave.type(text('b'));
    await vi.advanceTimersByTimeAsync(1000);
    expect(one.bodies()).toEqual(['a', 'b']);
  });

  test('a device that refuses is told of', async () => {
    const full = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    const one = world({ put: full });
    one.autosave.type(text('a'));
    await vi.advanceTimersByTimeAsync(1000);
    await one.answer(offline);
    expect(one.autosave.state).toMatchObject({
      name: 'offline',
      kept: { status: 'failed', reason: 'full' },
    });
    warn.mockRestore();
  });
});

describe('conflict', () => {
  async function inConflict() {
    const one = world();
    one.autosave.type(text('mine'));
    await vi.advanceTimersByTimeAsync(1000);
    await one.answer(conflict('theirs'));
    return one;
  }

  test('stops sending and keeps the text', async () => {
    const one = await inConflict();
    one.autosave.type(text('mine and more'));
    await vi.advanceTimersByTimeAsync(60_000);
    one.autosave.retry();
    one.autosave.leave();
    expect(one.sent).toHaveLength(1);
    expect(one.kept()).toBe('mine and more');
    expect(one.autosave.state.name).toBe('conflict');
  });

  test('one’s own is sent again knowing of theirs', async () => {
    const one = await inConflict();
    one.autosave.overrule({ postId: 3, revision: 9, baseVersion: 4 });
    expect(one.sent[1]?.request).toMatchObject({
      revision: 9,
      baseVersion: 4,
      values: { body: 'mine' },
    });
    await one.answer();
    expect(one.autosave.state.name).toBe('saved');
  });

  test('theirs is taken without another request', async () => {
    const one = await inConflict();
    one.autosave.type(text('theirs'));
    one.autosave.confirm({ postId: 3, revision: 9, baseVersion: 4 }, text('theirs'));
    await vi.advanceTimersByTimeAsync(5000);
    expect(one.sent).toHaveLength(1);
    expect(one.autosave.state.name).toBe('saved');
  });

  test('the same text on both sides is none', async () => {
    const one = world();
    one.autosave.type(text('same'));
    await vi.advanceTimersByTimeAsync(1000);
    await one.answer(conflict('same'));
    expect(one.autosave.state.name).toBe('saved');
    expect(one.autosave.knowledge).toMatchObject({ revision: 9, baseVersion: 4 });
  });
});

test('deleted elsewhere: says so and keeps the text', async () => {
  const one = world();
  one.autosave.type(text('a'));
  await vi.advanceTimersByTimeAsync(1000);
  await one.answer({ kind: 'answer', answer: { status: 'gone' } });
  expect(one.autosave.state.name).toBe('gone');
  expect(one.kept()).toBe('a');
});
