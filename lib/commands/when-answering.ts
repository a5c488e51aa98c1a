// Tells when a server that was just started answers.
import type { ChildProcess } from 'node:child_process';

const everyMs = 100;

/** Calls back once the address answers; gives up when the server has ended. */
export function whenAnswering(address: string, server: ChildProcess, callback: () => void): void {
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
    if (isUp) callback();
    else setTimeout(ask, everyMs);
  };
  setTimeout(ask, everyMs);
}
