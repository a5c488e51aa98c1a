// A server that speaks S3, as a process of its own that a test can end in the middle of anything.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export type S3Server = {
  endpoint: string;
  region: string;
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** Ends it at once, as a crash does; what it holds stays. */
  kill(): Promise<void>;
  /** Starts it again at the same address. */
  start(): Promise<void>;
  /** Ends it and clears it away. */
  close(): Promise<void>;
};

/** What a bucket has to allow a page that uploads to it. */
const cors = `<CORSConfiguration><CORSRule>
  <AllowedOrigin>*</AllowedOrigin><AllowedMethod>PUT</AllowedMethod><AllowedMethod>GET</AllowedMethod>
  <AllowedHeader>*</AllowedHeader><ExposeHeader>ETag</ExposeHeader>
</CORSRule></CORSConfiguration>`;

/**
 * A bucket keeps nothing of an object that did not arrive whole; this server would keep that part.
 * It has no folders either; this server clears away one that is empty, though an object may be about
 * to be written there.
 */
const program = `
  const { rename, rm } = require('node:fs/promises');
  const S3rver = require('@20minutes/s3rver');
  const store = require('@20minutes/s3rver/lib/stores/filesystem').prototype;
  store.deleteObject = async function (bucket, key) {
    for (const resource of ['object', 'object.md5', 'metadata.json'])
      await rm(this.getResourcePath(bucket, key, resource), { force: true });
  };
  const { putContent } = store;
  store.putContent = async function (file, content) {
    if (Buffer.isBuffer(content)) return putContent.call(this, file, content);
    const part = file + '.part';
    try {
      const written = await putContent.call(this, part, content);
      await rename(part, file);
      return written;
    } catch (error) {
      await rm(part, { force: true });
      throw error;
    }
  };
  const [port, directory, bucket, cors] = process.argv.slice(1);
  new S3rver({ port: Number(port), address: '127.0.0.1', silent: true, directory,
    vhostBuckets: false, configureBuckets: [{ name: bucket, configs: [cors] }] }).run();
`;

/** Starts one on a free port with an empty bucket. */
export async function startS3(): Promise<S3Server> {
  const directory = await mkdtemp(path.join(tmpdir(), 'commonplace-s3-'));
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const bucket = 'weblog';
  let child: ChildProcess | undefined;
  const start = async () => {
    child = spawn(process.execPath, ['-e', program, String(port), directory, bucket, cors], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    await whenAnswering(endpoint);
  };
  const kill = async () => {
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  await start();
  return {
    endpoint,
    region: 'us-east-1',
    bucket,
    accessKeyId: 'S3RVER',
    secretAccessKey: 'S3RVER',
    kill,
    start,
    async close() {
      await kill();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  return address.port;
}

async function whenAnswering(endpoint: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const isUp = await fetch(endpoint).then(
      () => true,
      () => false,
    );
    if (isUp) return;
    await pause(50);
  }
  throw new Error(`No S3 server answers at ${endpoint}.`);
}
