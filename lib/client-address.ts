// Which address a request comes from, for counting attempts. Whatever a client says of itself
// counts for nothing: the socket's address does, and before it the hops of X-Forwarded-For that
// proxies of ours have added (TRUSTED_PROXIES).
import http from 'node:http';
import ipaddr from 'ipaddr.js';

/** Set anew for each request that this process receives. */
const socketHeader = 'x-commonplace-socket';

/** Notes with every request of this process, from now on, where its connection comes from. */
export function noteSockets(): void {
  const { emit } = http.Server.prototype;
  http.Server.prototype.emit = function (this: http.Server, event: string, ...details: unknown[]) {
    const [request] = details;
    if (event === 'request' && request instanceof http.IncomingMessage)
      request.headers[socketHeader] = request.socket.remoteAddress;
    return Reflect.apply(emit, this, [event, ...details]);
  };
}

type Trust = {
  /** How many proxies of ours stand in front. */
  trustedProxies: number;
  /** A platform that writes X-Forwarded-For itself and has no sockets to show. */
  isPlatform: boolean;
};

/**
 * The address of a client, as limits count it: of IPv6 the network of 64 bits that one customer
 * has. `unknown` where there is none to be read.
 */
export function clientAddress(headers: Headers, { trustedProxies, isPlatform }: Trust): string {
  const forwarded = (headers.get('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim());
  const socket = isPlatform ? null : headers.get(socketHeader);
  const hops = [...forwarded, socket ?? ''].filter(Boolean);
  return comparableAddress(hops.at(Math.max(-hops.length, -1 - trustedProxies)) ?? '');
}

/**
 * Whether requests seem to come through a proxy that nobody counts: then all clients have its
 * address. A connection from this machine or network, and somebody else named in the header.
 */
export function hasUncountedProxy(
  headers: Headers,
  { trustedProxies, isPlatform }: Trust,
): boolean {
  if (isPlatform || trustedProxies > 0) return false;
  const socket = headers.get(socketHeader) ?? '';
  const forwarded = headers.get('x-forwarded-for') ?? socket;
  if (forwarded === socket || !ipaddr.isValid(socket)) return false;
  return ['loopback', 'private', 'uniqueLocal'].includes(ipaddr.process(socket).range());
}

function comparableAddress(text: string): string {
  const bare = text.replace(/^\[(.*)\](?::\d+)?$/, '$1').replace(/^([\d.]+):\d+$/, '$1');
  if (!ipaddr.isValid(bare)) return 'unknown';
  const address = ipaddr.process(bare);
  if (address.kind() === 'ipv4') return address.toString();
  const network = address.toByteArray().slice(0, 8);
  return `${ipaddr.fromByteArray([...network, 0, 0, 0, 0, 0, 0, 0, 0]).toString()}/64`;
}
