// Asks for pages one at a time over one connection and times each to its last byte.
import { Agent, get, type IncomingHttpHeaders } from 'node:http';

export type Answer = {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
  /** From asking to the last byte. */
  ms: number;
};

export class Client {
  readonly #agent = new Agent({ keepAlive: true });
  readonly #url: string;
  readonly #headers: Record<string, string>;

  constructor(url: string, headers: Record<string, string> = {}) {
    this.#url = url;
    this.#headers = headers;
  }

  get(path: string): Promise<Answer> {
    return this.#ask(path, performance.now(), false);
  }

  #ask(path: string, from: number, isSecond: boolean): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const options = { agent: this.#agent, headers: this.#headers };
      const request = get(this.#url + path, options, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.once('error', reject);
        response.once('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks),
            ms: performance.now() - from,
          }),
        );
      });
      request.once('error', (error: NodeJS.ErrnoException) => {
        // The server closed a connection that had rested, just as it was used again: any client
        // then opens another.
        const isRested = request.reusedSocket && error.code === 'ECONNRESET' && !isSecond;
        if (isRested) this.#ask(path, from, true).then(resolve, reject);
        else reject(error);
      });
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}

/** Whether this answer had to be rendered. */
export const isRendered = ({ headers }: Answer): boolean => headers['x-nextjs-cache'] === 'MISS';
