// nginx and Varnish with the configurations of deploy/, in which nothing but the lines marked
// SETTING is changed.
import { openSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { outputOf, projectRoot, startChild } from './children';
import type { Cleanup } from './cleanup';
import { freePort, whenReady } from './server';

export const proxyNames = ['nginx', 'Varnish'] as const;
export type ProxyName = (typeof proxyNames)[number];

type Places = { folder: string; port: number; appPort: number; innerPort: number };

/** What is put in place of the settings. */
type Changes = [from: string | RegExp, to: string][];

const kinds: Record<
  ProxyName,
  {
    program: string;
    versionFlag: string;
    configuration: string;
    changes: (places: Places) => Changes;
    args: (file: string, places: Places) => string[];
  }
> = {
  nginx: {
    program: 'nginx',
    versionFlag: '-v',
    configuration: 'deploy/nginx.conf',
    changes: ({ folder, port, appPort, innerPort }) => [
      [/^user .*/m, process.getuid?.() === 0 ? 'user root;' : ''],
      [/^pid .*/m, `pid ${folder}/nginx.pid;`],
      ['/var/log/nginx/', `${folder}/`],
      ['/var/cache/', `${folder}/`],
      ['server 127.0.0.1:3000;', `server 127.0.0.1:${appPort};`],
      ['127.0.0.1:3081', `127.0.0.1:${innerPort}`],
      [/^ {8}listen 80 /m, `listen 127.0.0.1:${port} `],
      [/^ {8}listen \[::\]:80 .*/m, ''],
      ['http {', `http {\n${temporaryPaths(folder)}`],
    ],
    args: (file) => ['-c', file, '-e', 'stderr', '-g', 'daemon off;'],
  },
  Varnish: {
    program: 'varnishd',
    versionFlag: '-V',
    configuration: 'deploy/varnish.vcl',
    changes: ({ appPort }) => [['.port = "3000";', `.port = "${appPort}";`]],
    args: (file, { folder, port }) => [
      ...['-F', '-n', `${folder}/work`, '-f', file],
      ...['-a', `127.0.0.1:${port}`, '-s', 'malloc,256m'],
    ],
  },
};

/** nginx wants folders of its own for what it writes on the way. */
export const temporaryPaths = (folder: string): string =>
  ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((kind) => `${kind}_temp_path ${folder}/${kind};`)
    .join('\n');

/** Whether the program is installed. */
export async function isInstalled(name: ProxyName): Promise<boolean> {
  const { program, versionFlag } = kinds[name];
  return (await outputOf(program, [versionFlag])) !== null;
}

/**
 * Puts settings in the place of the shipped ones.
 * @throws when one is not there: it has been renamed
 */
export function adapt(configuration: string, changes: Changes): string {
  return changes.reduce((text, [from, to]) => {
    const changed = typeof from === 'string' ? text.replaceAll(from, to) : text.replace(from, to);
    if (changed === text) throw new Error(`The configuration has no ${from}.`);
    return changed;
  }, configuration);
}

/** Starts a proxy in front of an app that answers. */
export async function startProxy(
  name: ProxyName,
  { port, appPort }: { port: number; appPort: number },
  cleanup: Cleanup,
): Promise<void> {
  const kind = kinds[name];
  const folder = await cleanup.folder(kind.program, { isOpen: true });
  const places = { folder, port, appPort, innerPort: await freePort() };
  const shipped = await readFile(path.join(projectRoot, kind.configuration), 'utf8');
  const file = path.join(folder, path.basename(kind.configuration));
  await writeFile(file, adapt(shipped, kind.changes(places)));
  const logFile = path.join(folder, 'proxy.log');
  const log = openSync(logFile, 'a');
  const child = startChild(
    kind.program,
    kind.args(file, places),
    { stdio: ['ignore', log, log] },
    cleanup,
  );
  await whenReady(`http://127.0.0.1:${port}/healthz`, child, logFile);
}
