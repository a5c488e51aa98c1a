import { describe, expect, test } from 'vitest';
import { RedirectTable } from './chain';

const host = 'old.example.org';

const table = () =>
  new RedirectTable(
    [
      { host: '', path: '/b', target: '/c/' },
      { host: '', path: '/café', target: 'https://elsewhere.example/' },
      { host: '', path: '/live', target: '/c/' },
      { host: '', path: '/to-a', target: '/a/?x=1' },
      { host: '', path: '/to-host', target: `https://${host}/page` },
      { host, path: '/page', target: '/c/' },
      { host, path: '*', target: '/archive/' },
      { host: 'www.old.example.org', path: '/to-a', target: '/a' },
      { host: 'b.example', path: '*', target: 'https://a.example/' },
      { host: 'd.example', path: '/x', target: 'https://c.example/x' },
    ].map((row, id) => ({ ...row, id })),
    ['former.example'],
  );

const isLive = async (path: string) => path === '/live/';

describe('a redirect leads', () => {
  test.each([
    { name: 'where it says', to: '/new/', end: '/new/' },
    { name: 'past another', to: '/b/', end: '/c/' },
    {
      name: 'past another that it writes in its own way',
      to: '/caf%C3%A9/?a=b',
      end: 'https://elsewhere.example/',
    },
    { name: 'to a page, whatever row lies behind it', to: '/live/', end: '/live/' },
    { name: 'past a former host', to: `https://${host}/page/`, end: '/c/' },
    {
      name: 'past every path of a former host',
      to: `https://${host}/x?y=1`,
      end: '/archive/x?y=1',
    },
    { name: 'past both', to: '/to-host/', end: '/c/' },
    { name: 'elsewhere', to: 'https://other.example/b', end: 'https://other.example/b' },
  ])('$name', async ({ to, end }) => {
    expect(await table().endOf({ host: '', path: '/new-one', target: to }, isLive)).toBe(end);
  });

  test('and those that led to it lead on', async () => {
    const rows = table();
    expect(rows.settle({ host: '', path: '/a', target: '/c/' })).toBe(2);
    expect(rows.changed().map(({ host, path, target }) => `${host}${path} ${target}`)).toEqual([
      '/to-a /c/',
      'www.old.example.org/to-a /c/',
      '/a /c/',
    ]);
    expect(rows.settle({ host: '', path: '/c', target: '/d/' })).toBe(6);
  });
});

describe('a circle is refused', () => {
  test.each([
    { path: '/a', target: '/a/?x=1', message: '/a → /a' },
    { path: '/c', target: '/b/', message: '/c → /b → /c' },
    { path: '/a', target: '/to-a', message: '/a → /to-a → /a' },
    { path: '/archive/x', target: `https://${host}/x`, message: `${host}/x → /archive/x.` },
    { path: '/x', target: 'https://former.example/x', message: 'former.example/x → /x.' },
  ])('$path to $target', async ({ path, target, message }) => {
    expect(await table().endOf({ host: '', path, target }, isLive)).toMatchObject({
      field: 'to',
      message: expect.stringContaining(message),
    });
  });

  test('also one that never comes back to the same address', async () => {
    const growing = new RedirectTable([
      { id: 1, host: 'a.example', path: '*', target: 'https://b.example/x/' },
      { id: 2, host: 'b.example', path: '*', target: 'https://a.example/y/' },
    ]);
    const row = { host: '', path: '/a', target: 'https://a.example/' };
    expect(await growing.endOf(row, isLive)).toMatchObject({ field: 'to' });
  });
});

describe('a redirect of every path', () => {
  test.each([
    { row: { host, path: '*', target: '/new/' }, isTaken: true },
    { row: { host: '', path: '*', target: 'https://archive.example/' }, isTaken: true },
    { row: { host: '', path: '*', target: '/new/' }, isTaken: false },
    { row: { host, path: '*', target: `https://${host}/new/` }, isTaken: false },
    { row: { host, path: '*', target: '/new/?x=1' }, isTaken: false },
    // Over another host and back.
    { row: { host, path: '*', target: 'https://other.example/' }, isTaken: true },
    { row: { host: 'a.example', path: '*', target: 'https://b.example/' }, isTaken: false },
    { row: { host: 'c.example', path: '*', target: 'https://d.example/' }, isTaken: false },
    // A former host without a row of its own is this site.
    { row: { host: '', path: '*', target: 'https://former.example/' }, isTaken: false },
  ])('$row.host to $row.target: $isTaken', async ({ row, isTaken }) => {
    expect(typeof (await table().endOf(row, isLive)) === 'string').toBe(isTaken);
  });
});
