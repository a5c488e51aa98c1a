// nginx as the yardstick: it serves the very bytes of our pages as files, uncompressed.
import { openSync } from 'node:fs';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { outputOf, startChild } from './children';
import type { Cleanup } from './cleanup';
import { freePort, whenReady } from './server';

export async function hasNginx(): Promise<boolean> {
  return (await outputOf('nginx', ['-v'])) !== null;
}

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
  client_body_temp_path ${folder}/temporary;
  proxy_temp_path ${folder}/temporary;
  fastcgi_temp_path ${folder}/temporary;
  uwsgi_temp_path ${folder}/temporary;
  scgi_temp_path ${folder}/temporary;
  server { listen 127.0.0.1:${port}; root ${folder}/files; }
}
`;

/** Serves each body as the file of its name. @returns the address, without a final slash */
export async function serveFiles(
  bodies: ReadonlyMap<string, Buffer>,
  cleanup: Cleanup,
): Promise<string> {
  const folder = await cleanup.folder('nginx');
  // Started by root, its workers are somebody else, who must be able to look in.
  await chmod(folder, 0o755);
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
