// Takes the bytes of an upload in as they come: into a folder of its own, counted and hashed, never
// all in memory. Whatever ends it early, the folder goes with everything in it.
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, rm } from 'node:fs/promises';
import path from 'node:path';
import { refusals, UploadRefused } from './accept';
import { prefixBytes } from './identify';

export type ReceivedFile = {
  /** Its folder: room for what is made of it. */
  folder: string;
  /** Null where it was only looked at, for it is too large to be kept beside. */
  file: string | null;
  hash: string;
  size: number;
  /** Its beginning. */
  prefix: Uint8Array;
};

type ReceiveOptions = {
  /** Where uploads on their way are kept. */
  incoming: string;
  /** More bytes than this are refused. */
  mostBytes: number;
  /** A file of more bytes is looked at and not kept. */
  keepBytes?: number;
};

/**
 * Receives a file and works with it; when this returns, its folder is gone.
 * @throws {UploadRefused} when it is empty or too large; whatever breaks the connection
 */
export async function receive<Result>(
  body: AsyncIterable<Uint8Array> | null,
  options: ReceiveOptions,
  work: (received: ReceivedFile) => Promise<Result>,
): Promise<Result> {
  const folder = path.join(options.incoming, randomUUID());
  await mkdir(folder, { recursive: true });
  try {
    return await work(await write(body, folder, options));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function write(
  body: AsyncIterable<Uint8Array> | null,
  folder: string,
  { mostBytes, keepBytes = mostBytes }: ReceiveOptions,
): Promise<ReceivedFile> {
  const hash = createHash('sha256');
  const beginning: Uint8Array[] = [];
  const file = path.join(folder, 'file');
  const handle = await open(file, 'w');
  let size = 0;
  try {
    for await (const chunk of body ?? []) {
      if (size < prefixBytes) beginning.push(chunk);
      size += chunk.byteLength;
      if (size > mostBytes) throw new UploadRefused(refusals.tooLarge(size, mostBytes));
      hash.update(chunk);
      if (size <= keepBytes) await handle.writeFile(chunk);
    }
  } finally {
    await handle.close();
  }
  if (size === 0) throw new UploadRefused(refusals.empty);
  return {
    folder,
    file: size <= keepBytes ? file : null,
    hash: hash.digest('hex'),
    size,
    prefix: Buffer.concat(beginning).subarray(0, prefixBytes),
  };
}
