// Makes of a picture what readers get: turned the right way up, without what a camera writes into it
// (where it was taken, above all), and smaller ones for smaller screens. The file that came is kept.
import path from 'node:path';
import sharp from 'sharp';
import { maxPixels, refusals, UploadRefused } from './accept';
import { inTurn } from './queue';

/** Widths of the smaller pictures. */
export const variantWidths = [480, 960, 1440, 1920];
/** What is served in full is at most so wide and so high. */
const maxSide = 3840;
const widest = variantWidths.at(-1) ?? maxSide;

// Nothing is opened but these: other formats of the library behind it have had holes, HEIF above all.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'],
});
// Pictures come one after the other: what a cache or more threads would keep is only memory.
sharp.cache(false);
sharp.concurrency(1);

export type Rendition = {
  file: string;
  width: number;
  /** Bytes. */
  size: number;
};

export type Renditions = {
  width: number;
  height: number;
  served: string;
  variants: Rendition[];
};

const options = { limitInputPixels: maxPixels, sequentialRead: true } as const;

/**
 * Makes the pictures of a JPEG, PNG or WebP file, in a folder.
 * @throws {UploadRefused} when it cannot be opened or is too large to be
 */
export function renderPicture(file: string, folder: string): Promise<Renditions> {
  return inTurn(async () => {
    const { format, pages = 1 } = await readHeader(file);
    try {
      return await render(file, folder, { format, isMoving: pages > 1 });
    } catch (error) {
      throw new UploadRefused(refusals.unreadable, { cause: error });
    }
  });
}

/** What the file says of itself, which may be a lie or a trap: nothing is unpacked yet. */
async function readHeader(file: string) {
  const metadata = await sharp(file, { ...options, limitInputPixels: false })
    .metadata()
    .catch((error: unknown) => {
      throw new UploadRefused(refusals.unreadable, { cause: error });
    });
  const { width, height, pages = 1 } = metadata;
  if (width * height * pages > maxPixels)
    throw new UploadRefused(refusals.tooManyPixels(width, height));
  return metadata;
}

type Known = { format: string; isMoving: boolean };

async function render(file: string, folder: string, known: Known): Promise<Renditions> {
  const served = path.join(folder, `served.${known.format}`);
  const whole = await encoded(file, known).toFile(served);
  const { width } = whole;
  const height = whole.pageHeight ?? whole.height;
  const variants = known.isMoving ? [] : await renderVariants(file, folder, width);
  return { width, height, served, variants };
}

function encoded(file: string, { format, isMoving }: Known) {
  const image = sharp(file, { ...options, animated: isMoving })
    .autoOrient()
    .resize({ width: maxSide, height: maxSide, fit: 'inside', withoutEnlargement: true });
  if (format === 'png') return image.png({ compressionLevel: 8 });
  if (format === 'webp') return image.webp({ quality: 90, effort: 3 });
  return image.jpeg({ quality: 88 });
}

/** All from one: the original is unpacked once more, and then not so large. */
async function renderVariants(file: string, folder: string, width: number): Promise<Rendition[]> {
  const widths = variantWidths.filter((one) => one < width);
  if (widths.length === 0) return [];
  const { data, info } = await sharp(file, options)
    .autoOrient()
    .resize({ width: Math.min(widest, width), withoutEnlargement: true })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const raw = { width: info.width, height: info.height, channels: info.channels };
  const variants: Rendition[] = [];
  for (const one of widths) {
    const target = path.join(folder, `${one}.webp`);
    const { size } = await sharp(data, { raw })
      .resize({ width: one })
      .webp({ quality: 80 })
      .toFile(target);
    variants.push({ file: target, width: one, size });
  }
  return variants;
}
