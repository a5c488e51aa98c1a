// Addresses of hosts that are this site now.

/** An absolute address of one of these hosts as a path of this site; any other stays as it is. */
export function toOwnPath(address: string, ownHosts: readonly string[]): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  const isOwn = /^https?:$/.test(url.protocol) && ownHosts.includes(url.host.toLowerCase());
  return isOwn ? url.pathname + url.search + url.hash : address;
}
