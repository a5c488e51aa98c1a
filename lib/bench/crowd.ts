// A crowd of readers that arrives at once: a thousand open connections, one request on each.
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export type CrowdAnswer = {
  /** 0: there was no answer. */
  status: number;
  body: string;
  ms: number;
  /** Why there was none: the error's code, or that patience ended. */
  failure: string | null;
};

/** Connections are opened this many at a time: no system queues a thousand. */
const openingAtOnce = 100;
const patienceMs = 30_000;

/** Readers who are connected and have not asked yet. */
export class Crowd {
  readonly #sockets: Socket[];
  readonly #host: string;

  private constructor(sockets: Socket[], host: string) {
    this.#sockets = sockets;
    this.#host = host;
  }

  static async gather(count: number, url: string): Promise<Crowd> {
    const { hostname, port, host } = new URL(url);
    const sockets: Socket[] = [];
    while (sockets.length < count) {
      const wave = Array.from({ length: Math.min(openingAtOnce, count - sockets.length) }, () =>
        connect({ host: hostname, port: Number(port), noDelay: true }),
      );
      await Promise.all(wave.map((socket) => once(socket, 'connect')));
      sockets.push(...wave);
    }
    return new Crowd(sockets, host);
  }

  /** All ask at once. An answer that never comes has the status 0. */
  ask(path: string): Promise<CrowdAnswer[]> {
    const request = `GET ${path} HTTP/1.1\r\nHost: ${this.#host}\r\nConnection: close\r\n\r\n`;
    const from = performance.now();
    return Promise.all(this.#sockets.map((socket) => answerOf(socket, request, from)));
  }
}

function answerOf(socket: Socket, request: string, from: number): Promise<CrowdAnswer> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const finish = (failure: string | null) => {
      socket.destroy();
      resolve(parseAnswer(Buffer.concat(chunks).toString(), performance.now() - from, failure));
    };
    socket.setTimeout(patienceMs, () => finish('no answer in time'));
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.once('end', () => finish(null));
    // Refused or reset: an answer without a status, counted as an error.
    socket.once('error', (error: NodeJS.ErrnoException) => finish(error.code ?? error.message));
    socket.write(request);
  });
}

export function parseAnswer(text: string, ms: number, failure: string | null = null): CrowdAnswer {
  const headEnd = text.indexOf('\r\n\r\n');
  const head = headEnd === -1 ? '' : text.slice(0, headEnd);
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0);
  return {
    status,
    body: headEnd === -1 ? '' : text.slice(headEnd + 4),
    ms,
    failure: status === 0 ? (failure ?? 'closed without an answer') : failure,
  };
}
