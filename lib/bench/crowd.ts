// A crowd of readers that arrives at once: a thousand open connections, one request on each.
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { gunzipSync } from 'node:zlib';

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

  /**
   * All ask at once, as browsers do: for a compressed answer. What came is only read when all have
   * theirs, or reading one would be counted against the next. No answer has the status 0.
   */
  async ask(path: string): Promise<CrowdAnswer[]> {
    const request = `GET ${path} HTTP/1.1\r\nHost: ${this.#host}\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n`;
    const from = performance.now();
    const received = await Promise.all(this.#sockets.map((socket) => receive(socket, request)));
    return received.map(({ bytes, at, failure }) => parseAnswer(bytes, at - from, failure));
  }
}

type Received = { bytes: Buffer; at: number; failure: string | null };

function receive(socket: Socket, request: string): Promise<Received> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const finish = (failure: string | null) => {
      const at = performance.now();
      socket.destroy();
      resolve({ bytes: Buffer.concat(chunks), at, failure });
    };
    socket.setTimeout(patienceMs, () => finish('no answer in time'));
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.once('end', () => finish(null));
    // Refused or reset: an answer without a status, counted as an error.
    socket.once('error', (error: NodeJS.ErrnoException) => finish(error.code ?? error.message));
    socket.write(request);
  });
}

/** Reads a whole HTTP/1.1 answer, which may come in chunks and compressed with gzip. */
export function parseAnswer(bytes: Buffer, ms: number, failure: string | null = null): CrowdAnswer {
  const headEnd = bytes.indexOf('\r\n\r\n');
  const head = headEnd === -1 ? '' : bytes.subarray(0, headEnd).toString('latin1');
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0);
  if (status === 0) return { status, body: '', ms, failure: failure ?? 'closed without an answer' };
  try {
    return { status, body: bodyOf(head, bytes.subarray(headEnd + 4)), ms, failure };
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    return { status, body: '', ms, failure: failure ?? `torn: ${words}` };
  }
}

function bodyOf(head: string, sent: Buffer): string {
  const whole = /^transfer-encoding: *chunked/im.test(head) ? joinChunks(sent) : sent;
  const isCompressed = /^content-encoding: *gzip/im.test(head) && whole.length > 0;
  return (isCompressed ? gunzipSync(whole) : whole).toString();
}

/** Each chunk comes after its length in hexadecimal and a line break (RFC 9112, 7.1). */
function joinChunks(sent: Buffer): Buffer {
  const chunks: Buffer[] = [];
  for (let at = 0; ; ) {
    const lineEnd = sent.indexOf('\r\n', at);
    const length = Number.parseInt(sent.subarray(at, Math.max(lineEnd, at)).toString('latin1'), 16);
    if (Number.isNaN(length)) throw new Error('a chunk is missing');
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(sent.subarray(lineEnd + 2, lineEnd + 2 + length));
    at = lineEnd + 2 + length + 2;
  }
}
