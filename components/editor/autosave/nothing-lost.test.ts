// Whatever happens in whatever order, what was typed a quarter of a second ago is on the device or
// on the server, and in the end the server has all of it.
import { expect, test, vi } from 'vitest';
import { saved, stopClock, text, world } from './fixture';
import { keepAfterMs } from './timing';

stopClock();

/** The same numbers in every run. */
function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

test.each(Array.from({ length: 20 }, (_, seed) => seed + 1))('history %i', async (seed) => {
  const chance = chanceFrom(seed);
  const one = world();
  const server = { body: '', sequence: 0 };
  const answered = new Set<number>();
  const typed: { at: number; body: string }[] = [];

  /** Stores or loses a request, answers or is silent. */
  async function serve(isWell: boolean) {
    for (const [index, { request }] of one.sent.entries()) {
      if (answered.has(index) || (!isWell && chance() < 0.3)) continue;
      answered.add(index);
      const isLost = !isWell && chance() < 0.4;
      if (!isLost || chance() < 0.5)
        if (request.sequence > server.sequence) {
          server.body = request.values.body ?? '';
          server.sequence = request.sequence;
        }
      const bad =
        chance() < 0.5
          ? ({ kind: 'failed', isOffline: true } as const)
          : ({ kind: 'signed-out' } as const);
      await one.answer(isLost ? bad : saved(server.sequence), index);
    }
  }

  for (let step = 0; step < 300; step += 1) {
    if (chance() < 0.7) {
      typed.push({ at: Date.now(), body: String(step) });
      one.autosave.type(text(String(step)));
    }
    if (chance() < 0.3) await serve(false);
    if (chance() < 0.03) one.autosave.leave();
    if (chance() < 0.05) one.autosave.retry();
    await vi.advanceTimersByTimeAsync(chance() * 400);
    const settled = typed.filter(({ at }) => at <= Date.now() - keepAfterMs).at(-1)?.body ?? '';
    const safe = [one.kept() ?? server.body, server.body].map(Number);
    expect(Math.max(...safe)).toBeGreaterThanOrEqual(Number(settled));
  }
  for (let second = 0; second < 60; second += 1) {
    await serve(true);
    await vi.advanceTimersByTimeAsync(1000);
  }
  expect(server.body).toBe(typed.at(-1)?.body);
  expect(one.kept()).toBeUndefined();
  expect(one.autosave.state.name).toBe('saved');
});
