// Files for tests of the library, made on the spot: honest ones, and such as somebody might send who
// means no good. Every call makes other bytes, for the library keeps the same bytes once: a test that
// wants them twice keeps what it got.
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';

let made = 0;

/** Four bytes that no other file of this process has. */
function mark(): Buffer {
  made += 1;
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(made);
  return bytes;
}

const grey = { r: 120, g: 130, b: 140 };

type PhotoOptions = { width?: number; height?: number; orientation?: number; shade?: number };

/** A JPEG as a phone makes it, with a place and a direction in it. */
export function photo({
  width = 2400,
  height = 1600,
  orientation = 1,
  shade = 0,
}: PhotoOptions = {}) {
  return sharp({ create: { width, height, channels: 3, background: { ...grey, r: shade } } })
    .withExif({
      IFD0: {
        Make: 'Secret camera',
        Orientation: String(orientation),
        ImageDescription: mark().toString('hex'),
      },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 30/1 0/1', GPSLongitudeRef: 'E' },
    })
    .withMetadata({ orientation })
    .jpeg()
    .toBuffer();
}

/** A JPEG that does not compress: as large as a phone's. */
export async function noisyPhoto(width: number, height: number, seed: number): Promise<Buffer> {
  const noise = await sharp({
    create: {
      width,
      height,
      channels: 3,
      background: { ...grey, g: seed },
      noise: { type: 'gaussian', mean: 100 + seed, sigma: 40 },
    },
  })
    .jpeg({ quality: 88 })
    .toBuffer();
  return noise;
}

const crcTable = Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

function crc(bytes: Buffer): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (crcTable[(value ^ byte) & 255] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

function chunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(content.length, 0);
  frame.writeUInt32BE(crc(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** A PNG of one colour: few bytes, however many pixels. `written` of its rows are really there. */
export function flatPng(width: number, height: number, written = height): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 1;
  const rows = Buffer.alloc(written * (1 + Math.ceil(width / 8)));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk(
      'tEXt',
      Buffer.concat([Buffer.from('Comment\0', 'latin1'), Buffer.from(mark().toString('hex'))]),
    ),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Seconds of silence. */
export function wav(seconds = 1): Buffer {
  const samples = Buffer.alloc(8000 * seconds, 128);
  mark().copy(samples);
  const header = Buffer.alloc(44);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(36 + samples.length, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(8000, 24);
  header.writeUInt32LE(8000, 28);
  header.writeUInt16LE(1, 32);
  header.writeUInt16LE(8, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(samples.length, 40);
  return Buffer.concat([header, samples]);
}

function box(name: string, ...content: Buffer[]): Buffer {
  const body = Buffer.concat(content);
  const header = Buffer.alloc(8);
  header.writeUInt32BE(body.length + 8, 0);
  header.write(name, 4, 'latin1');
  return Buffer.concat([header, body]);
}

/** The frame of a film: it says how large and how long it is, and shows nothing. */
export function mp4({ width = 640, height = 360, seconds = 3, isTurned = false } = {}): Buffer {
  const movie = Buffer.alloc(100);
  movie.writeUInt32BE(1000, 12);
  movie.writeUInt32BE(seconds * 1000, 16);
  const track = Buffer.alloc(84);
  track.writeUInt32BE(seconds * 1000, 20);
  const one = 0x10000;
  const matrix = isTurned ? [0, one, 0, -one, 0, 0] : [one, 0, 0, 0, one, 0];
  for (const [index, value] of matrix.entries()) track.writeInt32BE(value, 40 + index * 4);
  track.writeUInt32BE(0x40000000, 72);
  track.writeUInt32BE(width * one, 76);
  track.writeUInt32BE(height * one, 80);
  return Buffer.concat([
    box('ftyp', Buffer.from('isom\0\0\x02\0isommp41', 'latin1')),
    box('mdat', Buffer.alloc(64), mark()),
    box('moov', box('mvhd', movie), box('trak', box('tkhd', track))),
  ]);
}

export const gif = Buffer.from(
  'R0lGODlhAgADAIAAAAAAAP///yH5BAEAAAAALAAAAAACAAMAAAICRFIAOw==',
  'base64',
);

export const pdf = Buffer.from(
  '%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n%%EOF\n',
  'latin1',
);

export const svg = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><script>alert(1)</script></svg>',
);

/** Neither text nor anything that has a name. */
export const blob = Buffer.from([0, 1, 2, 3, 254, 255, 0, 9, 8, 7]);
