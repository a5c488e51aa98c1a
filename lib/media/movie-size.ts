// The size of the picture of an MP4 or QuickTime film, from the header of its first track that has
// one: boxes in boxes, each with its length and a name of four letters.
import { type FileHandle, open } from 'node:fs/promises';

/** A film's table of contents is larger only where it is made to be. */
const mostBytes = 16_000_000;
const most = 65_535;

export type PictureSize = { width: number; height: number };

/** Null when the file does not say. */
export async function readMovieSize(file: string): Promise<PictureSize | null> {
  const handle = await open(file, 'r');
  try {
    const moov = await readMoov(handle);
    return moov === null ? null : sizeIn(moov);
  } finally {
    await handle.close();
  }
}

async function readMoov(handle: FileHandle): Promise<Buffer | null> {
  const { size: end } = await handle.stat();
  const header = Buffer.alloc(16);
  for (let at = 0; at + 8 <= end; ) {
    const { bytesRead } = await handle.read(header, 0, 16, at);
    if (bytesRead < 8) return null;
    const short = header.readUInt32BE(0);
    const length = short === 1 && bytesRead === 16 ? Number(header.readBigUInt64BE(8)) : short;
    const bytes = length === 0 ? end - at : length;
    if (bytes < 8) return null;
    if (header.toString('latin1', 4, 8) === 'moov') {
      if (bytes > mostBytes) return null;
      const moov = Buffer.alloc(bytes - 8);
      await handle.read(moov, 0, moov.length, at + 8);
      return moov;
    }
    at += bytes;
  }
  return null;
}

function* boxesIn(bytes: Buffer): Generator<{ name: string; content: Buffer }> {
  for (let at = 0; at + 8 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    if (length < 8) return;
    yield {
      name: bytes.toString('latin1', at + 4, at + 8),
      content: bytes.subarray(at + 8, at + length),
    };
    at += length;
  }
}

function sizeIn(moov: Buffer): PictureSize | null {
  for (const track of boxesIn(moov)) {
    if (track.name !== 'trak') continue;
    for (const { name, content } of boxesIn(track.content)) {
      const size = name === 'tkhd' ? sizeOfTrack(content) : null;
      if (size !== null) return size;
    }
  }
  return null;
}

/** At its end: how the picture is turned, and its size, in numbers of sixteen bits and a fraction. */
function sizeOfTrack(header: Buffer): PictureSize | null {
  const end = header[0] === 1 ? 96 : 84;
  if (header.length < end - 0) return null;
  const width = header.readUInt32BE(end - 8) >>> 16;
  const height = header.readUInt32BE(end - 4) >>> 16;
  if (width === 0 || height === 0 || width > most || height > most) return null;
  const isTurned = header.readInt32BE(end - 40) !== 0;
  return isTurned ? { width: height, height: width } : { width, height };
}
