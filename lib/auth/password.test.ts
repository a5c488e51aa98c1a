import { expect, test } from 'vitest';
import { hashPassword, isPassword } from './password';

test('a password is kept as argon2id, each time another way', async () => {
  const [one, other] = await Promise.all([hashPassword('a sentence'), hashPassword('a sentence')]);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(one).not.toBe(other);
  expect(await isPassword('a sentence', one)).toBe(true);
  expect(await isPassword('another', one)).toBe(false);
});

test('without an account no password is right, and the answer takes as long', async () => {
  const kept = await hashPassword('a sentence');
  expect(await isPassword('', null)).toBe(false);
  // The quickest of some: whatever else the machine does only adds to it.
  const quickest = async (hash: string | null) => {
    const times: number[] = [];
    for (let round = 0; round < 8; round += 1) {
      const start = performance.now();
      await isPassword('a guess', hash);
      times.push(performance.now() - start);
    }
    return Math.min(...times);
  };
  const [known, unknown] = [await quickest(kept), await quickest(null)];
  // A comparison that is left out would take a thousandth.
  expect(unknown).toBeGreaterThan(known / 4);
});
