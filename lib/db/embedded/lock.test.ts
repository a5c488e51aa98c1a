import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { withLock } from './lock';
import { formatMark, isRunning, ownMark, parseMark } from './processes';

const folder = mkdtempSync(path.join(tmpdir(), 'commonplace-lock-'));
const file = path.join(folder, 'lock');

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a process is told from a later one of the same number', () => {
  const mark = ownMark();
  expect(isRunning(mark)).toBe(true);
  expect(parseMark(formatMark(mark))).toEqual(mark);
  expect(isRunning({ ...mark, startedAt: 'long ago' })).toBe(false);
});

test.each([
  { name: 'nothing', left: null },
  {
    name: 'the lock of a process whose number another has now',
    left: `${process.pid}\nlong ago\n`,
  },
  { name: 'a lock that was never finished', left: '' },
  { name: 'an unfinished removal of a lock', left: '', breaking: '' },
])('after $name one at a time gets in', async ({ left, breaking }) => {
  if (left !== null) leave(file, left);
  if (breaking !== undefined) leave(`${file}.breaking`, breaking);
  let inside = 0;
  let most = 0;
  const visit = () =>
    withLock(file, async () => {
      inside += 1;
      most = Math.max(most, inside);
      await nextTurn();
      inside -= 1;
    });
  await Promise.all(Array.from({ length: 10 }, visit));
  expect(most).toBe(1);
  expect(readdirSync(folder)).toEqual([]);
});

test('a task that fails gives the lock back', async () => {
  const failing = withLock(file, () => Promise.reject(new Error('no disk')));
  await expect(failing).rejects.toThrow('no disk');
  expect(existsSync(file)).toBe(false);
});

function leave(at: string, text: string): void {
  writeFileSync(at, text);
  utimesSync(at, 0, 0);
}
