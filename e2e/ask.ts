// A request as it goes over the wire, for what browsers and fetch would tidy up.
import { request as nodeRequest } from 'node:http';

type Asked = { host?: string; method?: string; headers?: Record<string, string> };
type Answer = {
  status: number;
  location: string | undefined;
  locations: number;
  allow: string | undefined;
  body: string;
};

/** Asks a server for a path without following redirects, and sees each header as it was sent. */
export function ask(
  baseUrl: string,
  path: string,
  { host, method = 'GET', headers = {} }: Asked = {},
): Promise<Answer> {
  const { port } = new URL(baseUrl);
  return new Promise((resolve, reject) => {
    const request = nodeRequest(
      {
        host: '127.0.0.1',
        port,
        path,
        method,
        headers: { host: host ?? new URL(baseUrl).host, ...headers },
      },
      (response) => {
        let body = '';
        response.setEncoding('utf8');
        response.on('data', (chunk) => {
          body += chunk;
        });
        response.on('end', () => {
          const names = response.rawHeaders.filter((_, index) => index % 2 === 0);
          const locations = names.filter((name) => name.toLowerCase() === 'location').length;
          resolve({
            status: response.statusCode ?? 0,
            location: response.headers.location,
            locations,
            allow: response.headers.allow,
            body,
          });
        });
      },
    );
    request.on('error', reject);
    request.end();
  });
}
