// Whether a request knows a secret.
import { expect, test } from 'vitest';
import { knowsSecret } from './bearer';

const secret = 'a_secret_of_some_length';

test.each([
  { name: 'the secret', header: `Bearer ${secret}`, knows: true },
  { name: 'the word in lower case', header: `bearer ${secret}`, knows: true },
  { name: 'another', header: 'Bearer another', knows: false },
  { name: 'its beginning', header: 'Bearer a_secret', knows: false },
  { name: 'another scheme', header: `Basic ${secret}`, knows: false },
  { name: 'none', header: 'Bearer ', knows: false },
  { name: 'no header', header: '', knows: false },
])('a request with $name', ({ header, knows }) => {
  const headers = new Headers({ authorization: header });
  expect(knowsSecret(headers, secret)).toBe(knows);
});

test.each([undefined, ''])('nobody knows a secret that is %j', (none) => {
  expect(knowsSecret(new Headers({ authorization: 'Bearer undefined' }), none)).toBe(false);
  expect(knowsSecret(new Headers({ authorization: 'Bearer ' }), none)).toBe(false);
});
