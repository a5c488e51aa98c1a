// nginx as the yardstick: it serves the very bytes of our pages as files, uncompressed.
import { openSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { startChild } from './children';
import type { Cleanup } from './cleanup';
import { temporaryPaths } from './proxies';
import { freePort, whenReady } from './server';

const configuration = (folder: string, port: number) => `
daemon off;
pid ${folder}/nginx.pid;
error_log stderr;
worker_processes auto;
events { worker_connections 4096; }
http {
  access_log off;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 10000000;
  default_type text/html;
  ${temporaryPaths(folder)}
  server { listen 127.0.0.1:${port}; root ${folder}/files; }
}
`;

/** Serves each body as the file of its name. @returns the address, without a final slash */
export async function serveFiles(
  bodies: ReadonlyMap<string, Buffer>,
  cleanup: Cleanup,
): Promise<string> {
  const folder = await cleanup.folder('files', { isOpen: true });
  await mkdir(path.join(folder, 'files'));
  for (const [name, body] of [...bodies, ['ready', Buffer.from('yes')] as const])
    await writeFile(path.join(folder, 'files', name), body);
  const port = await freePort();
  const file = path.join(folder, 'nginx.conf');
  await writeFile(file, configuration(folder, port));
  const logFile = path.join(folder, 'nginx.log');
  const log = openSync(logFile, 'a');
  const child = startChild(
    'nginx',
    ['-p', folder, '-c', file, '-e', 'stderr'],
    { stdio: ['ignore', log, log] },
    cleanup,
  );
  const url = `http://127.0.0.1:${port}`;
  await whenReady(`${url}/ready`, child, logFile);
  return url;
}
