import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Cleanup, putAway, withCleanup } from './cleanup';

test('everything is put away, the last first, also what comes after a failure', async () => {
  const done: string[] = [];
  const cleanup = new Cleanup();
  cleanup.defer(async () => done.push('server'));
  cleanup.defer(() => Promise.reject(new Error('stuck')));
  cleanup.defer(async () => done.push('page'));
  await expect(cleanup.run()).rejects.toThrow('Not everything was put away.');
  expect(done).toEqual(['page', 'server']);
});

test('work that fails leaves nothing behind', async () => {
  let folder = '';
  const work = withCleanup(async (cleanup) => {
    folder = await cleanup.folder('test');
    expect(existsSync(folder)).toBe(true);
    throw new Error('no luck');
  });
  await expect(work).rejects.toThrow('no luck');
  expect(existsSync(folder)).toBe(false);
});

test('what a part has started ends with it, and only once', async () => {
  const all = new Cleanup();
  let ended = 0;
  await putAway(async (own) => own.defer(async () => ended++), all);
  expect(ended).toBe(1);
  await all.run();
  expect(ended).toBe(1);
});
