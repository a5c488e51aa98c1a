// Which machines may be asked.
import { expect, test } from 'vitest';
import { isPublicAddress } from './public-address';

test.each([
  ['8.8.8.8', true],
  ['93.184.215.14', true],
  ['2606:4700::1111', true],
  ['::ffff:8.8.8.8', true],
  // This machine.
  ['127.0.0.1', false],
  ['127.8.9.1', false],
  ['0.0.0.0', false],
  ['::1', false],
  ['::', false],
  // The same in other writings.
  ['::ffff:127.0.0.1', false],
  ['::ffff:7f00:1', false],
  ['::7f00:1', false],
  ['2130706433', false],
  ['0x7f.1', false],
  ['127.1', false],
  // Its neighbours.
  ['10.1.2.3', false],
  ['172.16.0.1', false],
  ['192.168.1.1', false],
  ['100.64.0.1', false],
  ['169.254.169.254', false],
  ['fe80::1', false],
  ['fe80::1%eth0', false],
  ['fc00::1', false],
  ['fd12:3456::1', false],
  ['fec0::1', false],
  // Ways through which version 4 is reached.
  ['64:ff9b::7f00:1', false],
  ['64:ff9b:1::1', false],
  ['2002:7f00:1::', false],
  ['2001:0:53aa::1', false],
  // Nobody's, everybody's.
  ['192.0.2.1', false],
  ['198.18.0.1', false],
  ['224.0.0.1', false],
  ['240.0.0.1', false],
  ['255.255.255.255', false],
  ['ff02::1', false],
  ['2001:db8::1', false],
  // No address at all.
  ['', false],
  ['example.org', false],
  ['8.8.8.8.8', false],
])('%s: %s', (address, isPublic) => {
  expect(isPublicAddress(address)).toBe(isPublic);
});
