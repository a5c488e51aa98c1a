// Which machines the server may ask on an author's behalf: those of the public net alone. An address
// typed into a form must not open what only this machine or its neighbours may reach.
import ipaddr from 'ipaddr.js';

/** All of version 6 that has been given out so far. */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');

/** Whether an IP address, in any of its forms, belongs to the public net. */
export function isPublicAddress(address: string): boolean {
  // The zone after `%` names one of this machine's own links.
  if (!ipaddr.isValid(address) || address.includes('%')) return false;
  const parsed = ipaddr.process(address);
  if (parsed instanceof ipaddr.IPv6 && !parsed.match(globalUnicast)) return false;
  return parsed.range() === 'unicast';
}
