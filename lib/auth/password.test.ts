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
  const timed = async (hash: string | null) => {
    const start = performance.now();
    for (let round = 0; round < 5; round += 1) await isPassword('a guess', hash);
    return performance.now() - start;
  };
  const [known, unknown] = [await timed(kept), await timed(null)];
  // A comparison that is left out would take a thousandth.
  expect(unknown).toBeGreaterThan(known / 4);
});
