import { expect, test } from 'vitest';
import { adapt } from './proxies';

test('settings are put in the place of the shipped ones', () => {
  const shipped = 'user www-data;   # SETTING\nlisten 127.0.0.1:81;\nserver 127.0.0.1:81;';
  expect(
    adapt(shipped, [
      [/^user .*/m, ''],
      ['127.0.0.1:81;', '127.0.0.1:3700;'],
    ]),
  ).toBe('\nlisten 127.0.0.1:3700;\nserver 127.0.0.1:3700;');
});

test('a setting that is no longer there is said', () => {
  expect(() => adapt('listen 80;', [['listen 81;', 'listen 3700;']])).toThrow('listen 81;');
});
