// The machine that loses nothing: how it stands back for a real save, and goes on after it.
import { describe, expect, test, vi } from 'vitest';
import { conflict, offline, stopClock, text, world } from './fixture';

stopClock();

describe('a real save', () => {
  test('waits for what is under way and nothing is sent beside it', async () => {
    const one = world();
    one.autosave.type(text('a'));
    await vi.advanceTimersByTimeAsync(1000);
    let isPaused = false;
    void one.autosave.pause().then(() => {
      isPaused = true;
    });
    one.autosave.type(text('ab'));
    await vi.advanceTimersByTimeAsync(3000);
    expect(isPaused).toBe(false);
    await one.answer();
    expect(isPaused).toBe(true);
    await vi.advanceTimersByTimeAsync(5000);
    expect(one.sent).toHaveLength(1);
  });

  test('confirms what it stored; what was typed meanwhile is sent after it', async () => {
    const one = world();
    one.autosave.type(text('a'));
    await one.autosave.pause();
    one.autosave.type(text('ab'));
    one.autosave.confirm({ postId: 3, revision: 0, baseVersion: 2 }, text('a'));
    one.autosave.resume();
    await vi.advanceTimersByTimeAsync(1000);
    expect(one.sent[0]?.request).toMatchObject({
      baseVersion: 2,
      revision: 0,
      values: { body: 'ab' },
    });
  });

  test('that failed, too, leaves a server that is away to be tried again', async () => {
    for (const outcome of [offline, { kind: 'signed-out' } as const]) {
      const one = world();
      one.autosave.type(text('a'));
      await vi.advanceTimersByTimeAsync(1000);
      await one.answer(outcome);
      await one.autosave.pause();
      await vi.advanceTimersByTimeAsync(5000);
      expect(one.sent).toHaveLength(1);
      one.autosave.resume();
      one.autosave.type(text('ab'));
      await vi.advanceTimersByTimeAsync(1000);
      expect(one.bodies()).toEqual(['a', 'ab']);
      await one.answer();
      expect(one.autosave.state.name).toBe('saved');
    }
  });

  test('during which the server went away is followed by another try', async () => {
    const one = world();
    one.autosave.type(text('a'));
    await vi.advanceTimersByTimeAsync(1000);
    const paused = one.autosave.pause();
    await one.answer(offline);
    await paused;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(one.sent).toHaveLength(1);
    one.autosave.resume();
    await vi.advanceTimersByTimeAsync(1000);
    expect(one.bodies()).toEqual(['a', 'a']);
  });

  test('that failed sends what was taken back, for the server may have it', async () => {
    const one = world();
    one.autosave.type(text('a'));
    await vi.advanceTimersByTimeAsync(1000);
    await one.answer(offline);
    one.autosave.type(text(''));
    await one.autosave.pause();
    one.autosave.resume();
    await vi.advanceTimersByTimeAsync(1000);
    expect(one.bodies()).toEqual(['a', '']);
  });

  test('that failed sends what was refused only once it is another text', async () => {
    const one = world();
    one.autosave.type(text('a'));
    await vi.advanceTimersByTimeAsync(1000);
    await one.answer({ kind: 'refused', message: 'Too long.' });
    await one.autosave.pause();
    one.autosave.resume();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(one.bodies()).toEqual(['a']);
    await one.autosave.pause();
    one.autosave.type(text('b'));
    one.autosave.resume();
    await vi.advanceTimersByTimeAsync(1000);
    expect(one.bodies()).toEqual(['a', 'b']);
  });

  test('that met a conflict sends nothing', async () => {
    const one = world();
    one.autosave.type(text('a'));
    await vi.advanceTimersByTimeAsync(1000);
    await one.answer(conflict('theirs'));
    await one.autosave.pause();
    one.autosave.resume();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(one.sent).toHaveLength(1);
  });

  test('that failed leaves all to autosaving', async () => {
    const one = world();
    one.autosave.type(text('a'));
    await one.autosave.pause();
    one.autosave.resume();
    await vi.advanceTimersByTimeAsync(1000);
    expect(one.bodies()).toEqual(['a']);
  });
});
