import { expect, test } from 'vitest';
import { clientAddress, hasUncountedProxy } from './client-address';

const socket = '192.0.2.9';

test.each([
  { name: 'the socket', sent: undefined, trusted: 0, is: socket },
  { name: 'the socket, whatever a client claims', sent: '198.51.100.1', trusted: 0, is: socket },
  { name: 'what our proxy saw', sent: '198.51.100.1', trusted: 1, is: '198.51.100.1' },
  {
    name: 'what our proxy saw, whatever was claimed before it',
    sent: '10.0.0.1, 203.0.113.5, 198.51.100.1',
    trusted: 1,
    is: '198.51.100.1',
  },
  {
    name: 'what the first of two proxies saw',
    sent: '10.0.0.1, 203.0.113.5, 198.51.100.1',
    trusted: 2,
    is: '203.0.113.5',
  },
  { name: 'the first hop where fewer came', sent: '203.0.113.5', trusted: 4, is: '203.0.113.5' },
  { name: 'an address without its port', sent: '203.0.113.5:4711', trusted: 1, is: '203.0.113.5' },
  { name: 'a mapped IPv4 address', sent: '::ffff:203.0.113.5', trusted: 1, is: '203.0.113.5' },
  {
    name: 'the network of an IPv6 address',
    sent: '[2001:db8:1:2:3:4:5:6]:443',
    trusted: 1,
    is: '2001:db8:1:2::/64',
  },
  { name: 'nothing that can be read', sent: 'unknown', trusted: 1, is: 'unknown' },
])('counts by $name', ({ sent, trusted, is }) => {
  const headers = new Headers({ 'x-commonplace-socket': socket });
  if (sent !== undefined) headers.set('x-forwarded-for', sent);
  expect(clientAddress(headers, { trustedProxies: trusted, isPlatform: false })).toBe(is);
});

test('believes a platform, which has no socket to show', () => {
  const headers = new Headers({
    'x-commonplace-socket': socket,
    'x-forwarded-for': '203.0.113.5',
  });
  expect(clientAddress(headers, { trustedProxies: 0, isPlatform: true })).toBe('203.0.113.5');
});

test.each([
  { name: 'nobody in front', socket: '127.0.0.1', sent: null, trusted: 0, is: false },
  {
    name: 'what the framework adds',
    socket: '127.0.0.1',
    sent: '127.0.0.1',
    trusted: 0,
    is: false,
  },
  { name: 'a proxy on this machine', socket: '::1', sent: '203.0.113.5', trusted: 0, is: true },
  {
    name: 'a proxy beside it',
    socket: '::ffff:10.0.0.2',
    sent: '203.0.113.5',
    trusted: 0,
    is: true,
  },
  {
    name: 'a proxy that is counted',
    socket: '10.0.0.2',
    sent: '203.0.113.5',
    trusted: 1,
    is: false,
  },
  { name: 'a liar from afar', socket: '198.51.100.1', sent: '203.0.113.5', trusted: 0, is: false },
])('$name: uncounted proxy $is', ({ socket, sent, trusted, is }) => {
  const headers = new Headers({ 'x-commonplace-socket': socket });
  if (sent !== null) headers.set('x-forwarded-for', sent);
  expect(hasUncountedProxy(headers, { trustedProxies: trusted, isPlatform: false })).toBe(is);
});
