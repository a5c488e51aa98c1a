import { describe, expect, test } from 'vitest';
import { actionWorld, type Caller } from '../testing/actions';
import { actorOfRequest } from './route-actor';

const world = actionWorld();
const own = { 'sec-fetch-site': 'same-origin' };

async function ask(
  caller: Caller,
  headers: Record<string, string> = own,
  permission: 'post:create' | 'people:manage' = 'post:create',
) {
  const request = new Request('http://localhost:3000/api/x/', { method: 'POST', headers });
  const answer = await world.within(caller, () => actorOfRequest(request, permission));
  return answer instanceof Response ? [answer.status, await answer.json()] : answer.role;
}

describe('a route of the author’s side', () => {
  test('knows who calls', async () => {
    expect(await ask('owner')).toBe('owner');
    expect(await ask('author')).toBe('author');
    expect(await ask('anonymous')).toEqual([401, { error: 'signed-out' }]);
  });

  test('refuses what somebody may not do', async () => {
    expect(await ask('author', own, 'people:manage')).toEqual([403, { error: 'forbidden' }]);
    expect(await ask('owner', own, 'people:manage')).toBe('owner');
  });

  const calls: { name: string; headers: Record<string, string>; is: string }[] = [
    { name: 'a page of this site', headers: own, is: 'owner' },
    { name: 'the address bar', headers: { 'sec-fetch-site': 'none' }, is: 'owner' },
    { name: 'an old browser, here', headers: { origin: 'http://localhost:3000' }, is: 'owner' },
    {
      name: 'an old browser, at another name of this site',
      headers: { origin: 'http://192.0.2.1:3000', host: '192.0.2.1:3000' },
      is: 'owner',
    },
    { name: 'a program', headers: {}, is: 'owner' },
    { name: 'another site', headers: { 'sec-fetch-site': 'cross-site' }, is: 'cross-site' },
    { name: 'a sister site', headers: { 'sec-fetch-site': 'same-site' }, is: 'cross-site' },
    {
      name: 'an old browser, elsewhere',
      headers: { origin: 'https://evil.example' },
      is: 'cross-site',
    },
    { name: 'a page without an origin', headers: { origin: 'null' }, is: 'cross-site' },
  ];

  test.each(calls)('called from $name: $is', async ({ headers, is }) => {
    const answer = await ask('owner', headers);
    expect(answer).toEqual(is === 'owner' ? 'owner' : [403, { error: is }]);
  });
});
