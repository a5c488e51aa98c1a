// The size of pictures that are kept as they come: moving ones, and drawings. Pure.

export type PictureSize = { width: number; height: number };

/** Null where the file does not say it plainly. */
export function readSimpleSize(type: string, prefix: Uint8Array): PictureSize | null {
  const bytes = new DataView(prefix.buffer, prefix.byteOffset, prefix.byteLength);
  if (type === 'image/gif' && prefix.length >= 10)
    return { width: bytes.getUint16(6, true), height: bytes.getUint16(8, true) };
  if (/^image\/a?png$/.test(type) && prefix.length >= 24)
    return { width: bytes.getUint32(16), height: bytes.getUint32(20) };
  return type === 'image/svg+xml' ? sizeOfDrawing(new TextDecoder().decode(prefix)) : null;
}

/** A PNG that moves names its number of pictures before the first of them. */
export function isMovingPng(type: string, prefix: Uint8Array): boolean {
  return type === 'image/png' && Buffer.from(prefix).includes('acTL');
}

function sizeOfDrawing(text: string): PictureSize | null {
  const tag = /<svg\b[^>]*>/i.exec(text)?.[0] ?? '';
  const length = (name: string) =>
    Number(new RegExp(`\\s${name}=["']\\s*([\\d.]+)(?:px)?\\s*["']`).exec(tag)?.[1]);
  const box = /\sviewBox=["']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)/.exec(tag);
  const width = Math.round(length('width') || Number(box?.[1]));
  const height = Math.round(length('height') || Number(box?.[2]));
  const isSize = (pixels: number) => pixels >= 1 && pixels <= 100_000;
  return isSize(width) && isSize(height) ? { width, height } : null;
}
