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
    return new Promise((resolve, reject) => {
      const from = performance.now();
      const options = { agent: this.#agent, headers: this.#headers };
      get(this.#url + path, options, (response) => {
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
      }).once('error', reject);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}

/** Whether this answer had to be rendered. */
export const isRendered = ({ headers }: Answer): boolean => headers['x-nextjs-cache'] === 'MISS';
