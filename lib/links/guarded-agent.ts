// Connections to machines that may be asked, and to no other. The address is judged where the
// connection is made, so that a name which means one machine when it is checked and another when it
// is used gains nothing.
import { type LookupAddress, lookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, buildConnector } from 'undici';

/** Whether a machine may be asked, by its IP address. */
export type AddressRule = (address: string) => boolean;

/** The machine behind an address is none that may be asked. */
export class RefusedAddress extends Error {
  override name = 'RefusedAddress';
}

const connectTimeoutMs = 5000;

/** An agent that connects only where the rule allows it. Its user closes it. */
export function guardedAgent(isAllowed: AddressRule): Agent {
  const connect = buildConnector({
    timeout: connectTimeoutMs,
    lookup: guardedLookup(isAllowed),
  });
  return new Agent({
    connect: (options, callback) => {
      // Numbers are not looked up.
      const host = options.hostname.replace(/^\[|\]$/g, '');
      if (isIP(host) !== 0 && !isAllowed(host)) return callback(new RefusedAddress(host), null);
      connect(options, (...[error, socket]) => {
        if (error !== null) return callback(error, null);
        const address = socket.remoteAddress ?? '';
        if (isAllowed(address)) return callback(null, socket);
        socket.destroy();
        callback(new RefusedAddress(address), null);
      });
    },
  });
}

/** Finds the addresses of a name; none of them, where one of them may not be asked. */
function guardedLookup(isAllowed: AddressRule): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, '');
      const refused = found.find(({ address }) => !isAllowed(address));
      if (refused) return callback(new RefusedAddress(refused.address), '');
      answerLookup(found, options.all === true, callback);
    });
  };
}

function answerLookup(
  found: LookupAddress[],
  wantsAll: boolean,
  callback: Parameters<LookupFunction>[2],
): void {
  const [first] = found;
  if (first === undefined) callback(new RefusedAddress('no address'), '');
  else if (wantsAll) callback(null, found);
  else callback(null, first.address, first.family);
}
