// Which uploads are taken, under which name, and what is said of those that are not. Pure.

const maxStemLength = 80;
const maxOriginalLength = 255;
const megabyte = 1_000_000;

/** More pixels than this are not unpacked: they would fill the server's memory. */
export const maxPixels = 64_000_000;

/** Why a file is not taken: a sentence for whoever sent it. */
export class UploadRefused extends Error {
  override name = 'UploadRefused';
}

export type CleanName = {
  /** As it stands in addresses. */
  name: string;
  /** As it was, without folders and without what cannot be shown. */
  originalName: string;
};

/** A name for the library from whatever a browser or an archive calls the file. */
export function cleanName(given: string): CleanName {
  const base = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const originalName = shorten(base.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '').trim());
  const { stem, extension } = splitName(originalName);
  const safe = stem
    .replace(/[^\p{L}\p{M}\p{N}._-]+/gu, '-')
    .replace(/\.{2,}/g, '.')
    .replace(/-{2,}/g, '-')
    .replace(/^[.-]+|[.-]+$/g, '');
  const short =
    [...safe]
      .slice(0, maxStemLength)
      .join('')
      .replace(/[.-]+$/, '') || 'file';
  return { name: short + extension, originalName: originalName || 'file' };
}

function shorten(name: string): string {
  const letters = [...name];
  if (letters.length <= maxOriginalLength) return name;
  const { extension } = splitName(name);
  return letters.slice(0, maxOriginalLength - extension.length).join('') + extension;
}

function splitName(name: string): { stem: string; extension: string } {
  const [extension = ''] = /\.[A-Za-z0-9]{1,8}$/.exec(name) ?? [];
  const stem = extension === '' ? name : name.slice(0, -extension.length);
  return { stem, extension: extension.toLowerCase() };
}

/** The ending of a name in lower case, without its dot; empty where there is none. */
export const extensionOf = (name: string) => splitName(name).extension.slice(1);

const same: Readonly<Record<string, string>> = {
  jpeg: 'jpg',
  jpe: 'jpg',
  jfif: 'jpg',
  tif: 'tiff',
  oga: 'ogg',
  htm: 'html',
  markdown: 'md',
  m4v: 'mp4',
};

/** Whether two endings mean one type. */
export const isSameExtension = (one: string, other: string) =>
  (same[one] ?? one) === (same[other] ?? other);

/** The name with the ending that its content asks for. */
export function withExtension(name: string, extension: string): string {
  const { stem } = splitName(name);
  return `${stem}.${extension}`;
}

/** `1.4 MB`, as people read it. */
export function formatSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} ${bytes === 1 ? 'byte' : 'bytes'}`;
  const inKilobytes = bytes < megabyte;
  const inGigabytes = bytes >= 1000 * megabyte;
  const unit = inKilobytes ? 1000 : inGigabytes ? 1000 * megabyte : megabyte;
  const number = bytes / unit;
  const digits = number < 10 && !inKilobytes ? 1 : 0;
  return `${number.toFixed(digits)} ${inKilobytes ? 'kB' : inGigabytes ? 'GB' : 'MB'}`;
}

/** The most bytes of an upload, by the setting in megabytes. */
export const bytesOf = (megabytes: string) => Number(megabytes) * megabyte;

export const refusals = {
  empty: 'This file is empty.',
  tooLarge: (bytes: number, most: number) =>
    `This file has ${formatSize(bytes)}, and at most ${formatSize(most)} are taken. An owner can raise that under “Settings”.`,
  tooManyPixels: (width: number, height: number) =>
    `This picture has ${width.toLocaleString('en')} × ${height.toLocaleString('en')} pixels, more than ${maxPixels / 1_000_000} million. Make it smaller first.`,
  unreadable: 'This picture is damaged, or not what it says it is: it could not be opened.',
  heif: 'Pictures in HEIC, HEIF or AVIF are not shown by every browser and are not taken. Export it as JPEG.',
} as const;
