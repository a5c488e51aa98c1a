// For tests: the proxies themselves, with the configurations of deploy/ in which nothing but the
// lines marked SETTING is changed.
import { spawn, spawnSync } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import path from 'node:path';
import { vi } from 'vitest';

const deploy = path.join(import.meta.dirname, '../../deploy');

export type RunningProxy = { port: number; stop(): Promise<void> };

/** How to start a program; null where it is not installed. */
export function findProgram(name: string, versionFlag: string): string | null {
  const isThere = (program: string) => spawnSync(program, [versionFlag]).error === undefined;
  // Debian keeps servers where only root's PATH leads.
  return [name, `/usr/sbin/${name}`].find(isThere) ?? null;
}

export async function startNginx(program: string, appPort: number): Promise<RunningProxy> {
  const directory = await openDirectory();
  const port = await freePort();
  const innerPort = await freePort();
  const text = await readFile(path.join(deploy, 'nginx.conf'), 'utf8');
  const hasIpv6 = Object.values(networkInterfaces())
    .flat()
    .some((one) => one?.family === 'IPv6');
  // Who is not root cannot become somebody else.
  const user: Change[] = process.getuid?.() === 0 ? [] : [['user www-data;', '']];
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((kind) => `${kind}_temp_path ${directory}/${kind};`)
    .join('\n');
  const adapted = replaceAll(text, [
    ...user,
    ['pid /run/', `pid ${directory}/`],
    ['/var/log/nginx/', `${directory}/`],
    ['/var/cache/', `${directory}/`],
    ['server 127.0.0.1:3000;', `server 127.0.0.1:${appPort};`],
    ['127.0.0.1:3081', `127.0.0.1:${innerPort}`],
    [/^ {8}listen 80 /m, `listen 127.0.0.1:${port} `],
    [/^ {8}listen \[::\]:80 .*/m, hasIpv6 ? `listen [::1]:${port} default_server;` : ''],
    ['http {', `http {\n${temporary}`],
  ]);
  const file = path.join(directory, 'nginx.conf');
  await writeFile(file, adapted);
  return run(program, ['-c', file, '-g', 'daemon off;'], { port, directory });
}

export async function startVarnish(program: string, appPort: number): Promise<RunningProxy> {
  const directory = await openDirectory();
  const port = await freePort();
  const text = await readFile(path.join(deploy, 'varnish.vcl'), 'utf8');
  const file = path.join(directory, 'varnish.vcl');
  await writeFile(file, replaceAll(text, [['.port = "3000";', `.port = "${appPort}";`]]));
  await chmod(file, 0o644);
  return run(
    program,
    ['-F', '-n', `${directory}/work`, '-f', file, '-a', `127.0.0.1:${port}`, '-s', 'malloc,64m'],
    { port, directory },
  );
}

type Change = [from: string | RegExp, to: string];

/** A setting that is no longer found is a setting that has been renamed. */
function replaceAll(text: string, changes: Change[]): string {
  return changes.reduce((current, [from, to]) => {
    const changed =
      typeof from === 'string' ? current.replaceAll(from, to) : current.replace(from, to);
    if (changed === current) throw new Error(`The configuration has no ${from}.`);
    return changed;
  }, text);
}

/** The proxies' own users must be able to enter it. */
async function openDirectory(): Promise<string> {
  const directory = await mkdtemp(path.join(tmpdir(), 'commonplace-proxy-'));
  await chmod(directory, 0o755);
  return directory;
}

async function run(
  program: string,
  args: string[],
  { port, directory }: { port: number; directory: string },
): Promise<RunningProxy> {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const failed = ended.then(() => {
    throw new Error(`${program} ended: ${output}`);
  });
  await Promise.race([vi.waitFor(() => canConnect(port), { timeout: 30_000 }), failed]);
  failed.catch(() => {
    // From here on it ends because it is told to.
  });
  return {
    port,
    async stop() {
      child.kill('SIGTERM');
      await ended;
      const complaints = (await readLog(path.join(directory, 'error.log'))).match(
        /^.*\[(?:crit|alert|emerg)\].*$/gm,
      );
      if (complaints !== null) throw new Error(complaints.join('\n'));
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** What a proxy has written to its log of errors, if it keeps one. */
async function readLog(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
}

function canConnect(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve();
    });
    socket.once('error', reject);
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = address !== null && typeof address === 'object' ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
