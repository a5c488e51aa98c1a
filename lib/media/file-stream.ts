// A file, or a part of it, as a stream that reads no further than it is asked to and closes the file
// however it ends.
import { type FileHandle, open } from 'node:fs/promises';
import type { ByteRange } from './storage';

const chunkBytes = 65_536;

/** Null when there is no such file. */
export async function fileStream(
  file: string,
  range?: ByteRange,
): Promise<ReadableStream<Uint8Array> | null> {
  const handle = await openIfThere(file);
  if (handle === null) return null;
  let at = range?.start ?? 0;
  const end = range === undefined ? Number.POSITIVE_INFINITY : range.end + 1;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const wanted = Math.min(chunkBytes, end - at);
          const { bytesRead, buffer } = await handle.read(Buffer.alloc(wanted), 0, wanted, at);
          at += bytesRead;
          if (bytesRead > 0) controller.enqueue(buffer.subarray(0, bytesRead));
          if (bytesRead === 0 || at >= end) {
            await handle.close();
            controller.close();
          }
        } catch (error) {
          await handle.close();
          throw error;
        }
      },
      cancel: () => handle.close(),
    },
    { highWaterMark: 1 },
  );
}

async function openIfThere(file: string): Promise<FileHandle | null> {
  try {
    return await open(file, 'r');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
