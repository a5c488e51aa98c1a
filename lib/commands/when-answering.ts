// Tells when a server that was just started answers.
import type { EventEmitter } from 'node:events';

const everyMs = 100;

/** Calls back once the address answers; gives up when the server has ended. */
export function whenAnswering(address: string, server: EventEmitter, callback: () => void): void {
  let hasEnded = false;
  server.once('exit', () => {
    hasEnded = true;
  });
  const ask = async () => {
    if (hasEnded) return;
    const isUp = await fetch(address).then(
      (response) => response.ok,
      // Refused: not listening yet.
      () => false,
    );
    // Whatever answered, it was not a server that has ended meanwhile.
    if (isUp && !hasEnded) callback();
    else setTimeout(ask, everyMs);
  };
  setTimeout(ask, everyMs);
}
