// From the bytes of an upload to what the library knows of it: type, size in pixels, length, and
// the pictures made of it. Says no with a sentence, and stores nothing.
import { stat } from 'node:fs/promises';
import {
  cleanName,
  extensionOf,
  isSameExtension,
  maxPixels,
  refusals,
  UploadRefused,
  withExtension,
} from './accept';
import { readClip, unknownClip } from './clips';
import { identify } from './identify';
import { isMovingPng, readSimpleSize } from './picture-size';
import { type Rendition, renderPicture } from './pictures';
import type { ReceivedFile } from './receive';
import { isResizable } from './types';

export type Examined = {
  name: string;
  originalName: string;
  hash: string;
  size: number;
  type: string;
  width: number | null;
  height: number | null;
  durationMs: number | null;
  /** A file that readers get in its place. */
  served: { file: string; size: number } | null;
  variants: Rendition[];
  /** What whoever sent it should know, or nothing. */
  remark: string | null;
};

/**
 * Looks at a file that has come.
 * @throws {UploadRefused} with a sentence
 */
export async function examine(received: ReceivedFile, givenName: string): Promise<Examined> {
  const { name, originalName } = cleanName(givenName);
  const { type, extension } = await identify(received.prefix, name);
  if (/^image\/(?:hei|avif)/.test(type)) throw new UploadRefused(refusals.heif);
  const hasOther = extension !== null && !isSameExtension(extension, extensionOf(name));
  const right = hasOther && extension !== null ? withExtension(name, extension) : name;
  return {
    name: right,
    originalName,
    hash: received.hash,
    size: received.size,
    type,
    ...(await look(received, type)),
    remark:
      hasOther && extensionOf(name) !== ''
        ? `By its content this is ${type}, so it is called ${right} here.`
        : null,
  };
}

type Looks = Pick<Examined, 'width' | 'height' | 'durationMs' | 'served' | 'variants'>;

async function look({ file, folder, prefix }: ReceivedFile, type: string): Promise<Looks> {
  const nothing: Looks = { ...unknownClip, served: null, variants: [] };
  if (file === null) return nothing;
  if (/^(?:audio|video)\//.test(type)) return { ...nothing, ...(await readClip(file, type)) };
  if (isResizable(type) && !isMovingPng(type, prefix)) {
    const { served, ...made } = await renderPicture(file, folder);
    const { size } = await stat(served);
    return { ...nothing, ...made, served: { file: served, size } };
  }
  const size = readSimpleSize(type, prefix);
  if (size !== null && size.width * size.height > maxPixels)
    throw new UploadRefused(refusals.tooManyPixels(size.width, size.height));
  return { ...nothing, ...size };
}
