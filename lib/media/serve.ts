// Answers to readers who ask for a file. An address with an edition may be kept for ever; the one
// without has to be asked about each time, so that a replaced file is seen at once. What a browser
// could run is a download, and whatever it is, it runs nothing and reaches nothing on our origin.
import { eq } from 'drizzle-orm';
import { cacheTags } from '../cache-tags';
import type { Database } from '../db/client';
import { media } from '../db/schema';
import { logger } from '../log';
import { bodyLengthHeader } from '../page-cache/body-length.mjs';
import { editionOf, editionPath, isNameOf, type MediaAddress, mediaPath } from './addresses';
import { readRange } from './ranges';
import type { Storage } from './storage';
import { StorageFailed } from './storage-failed';
import { isShown, servedType } from './types';

const forEver = 'public, max-age=31536000, immutable';
const asked = 'public, no-cache';
const policy =
  "sandbox; default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'";

type Row = typeof media.$inferSelect;
type Served = { key: string; type: string; size: number; etag: string };

type ServeOptions = { db: Database; storage: Storage | null };

/** Answers GET and HEAD. */
export async function serveMedia(
  request: Request,
  address: MediaAddress,
  { db, storage }: ServeOptions,
): Promise<Response> {
  const [row] = await db.select().from(media).where(eq(media.id, address.id));
  if (row === undefined || row.deletedAt !== null) return missing();
  // Names are told to nobody who counts the numbers up: drafts have files too.
  if (!isNameOf(address, row.name)) return missing();
  const moved = movedTo(row, address);
  if (moved !== null) return redirect(moved, asked, 307);
  const served = chooseFile(row, address.width);
  if (served === null || storage === null) return missing();
  const headers = headersOf(row, served, address.edition === null ? asked : forEver);
  if (isKnown(request.headers, served.etag)) return new Response(null, { status: 304, headers });
  // Captions are read by script's rules: from another origin a browser would refuse them.
  const outside = row.type === 'text/vtt' ? null : storage.publicUrl(served.key);
  // A key names its content too, so where it leads to may be kept as long as this answer.
  if (outside !== null) return redirect(outside, headers['Cache-Control'] ?? asked, 307);
  return answer(request, served, { headers, storage });
}

const missing = () =>
  new Response('There is no such file.\n', {
    status: 404,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  });

const unavailable = () =>
  new Response('This file cannot be read right now. Please try again in half a minute.\n', {
    status: 503,
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Cache-Control': 'no-store',
      'Retry-After': '30',
    },
  });

const redirect = (location: string, cacheControl: string, status: number) =>
  new Response(null, { status, headers: { Location: location, 'Cache-Control': cacheControl } });

/** Where the address leads that is not the one of today: another name, content that was replaced. */
function movedTo(row: Row, { name, edition, width }: MediaAddress): string | null {
  if (edition === null) return name === row.name ? null : mediaPath(row);
  if (edition !== editionOf(row.hash))
    return editionPath(row, hasVariant(row, width) && width !== null ? width : undefined);
  return null;
}

const hasVariant = (row: Row, width: number | null) =>
  row.variants.some((variant) => variant.width === width);

function chooseFile(row: Row, width: number | null): Served | null {
  const etag = (part: string) => `"${editionOf(row.hash)}${part}"`;
  if (width === null)
    return {
      key: row.servedKey ?? row.key,
      type: row.type,
      size: row.servedSize,
      etag: etag(''),
    };
  const variant = row.variants.find((one) => one.width === width);
  if (variant === undefined) return null;
  const { key, size } = variant;
  return { key, size, type: 'image/webp', etag: etag(`-${width}`) };
}

function headersOf(row: Row, { type, etag }: Served, cacheControl: string): Record<string, string> {
  const disposition = isShown(type) ? 'inline' : 'attachment';
  return {
    'Content-Type': servedType(type),
    'Content-Disposition': `${disposition}; filename*=UTF-8''${encodeURIComponent(row.name)}`,
    'Content-Security-Policy': policy,
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Cache-Control': cacheControl,
    'Cache-Tag': cacheTags.media(row.id),
    ETag: etag,
    'Accept-Ranges': 'bytes',
    'Last-Modified': row.updatedAt.toUTCString(),
  };
}

/** Whether who asks has it already; a cache on the way may have made its tag a weak one. */
function isKnown(headers: Headers, etag: string): boolean {
  const known = headers.get('if-none-match');
  return (known ?? '').split(',').some((one) => one.trim().replace(/^W\//, '') === etag);
}

type Given = { headers: Record<string, string>; storage: Storage };

async function answer(
  request: Request,
  { key, size, etag }: Served,
  { headers, storage }: Given,
): Promise<Response> {
  const condition = request.headers.get('if-range');
  const isSame = condition === null || condition === etag || condition === headers['Last-Modified'];
  const range = isSame ? readRange(request.headers.get('range'), size) : null;
  if (range === 'unsatisfiable')
    return new Response(null, {
      status: 416,
      headers: { 'Content-Range': `bytes */${size}`, 'Cache-Control': 'no-store' },
    });
  const length = range ? range.end - range.start + 1 : size;
  const lengthHeaders = {
    [bodyLengthHeader]: String(length),
    ...(range ? { 'Content-Range': `bytes ${range.start}-${range.end}/${size}` } : {}),
  };
  const all = { status: range ? 206 : 200, headers: { ...headers, ...lengthHeaders } };
  if (request.method === 'HEAD') return new Response(null, all);
  try {
    const body = await storage.open(key, range ?? undefined);
    return body === null ? missing() : new Response(body, all);
  } catch (error) {
    if (!(error instanceof StorageFailed)) throw error;
    logger.error({ error }, 'A file could not be read.');
    return unavailable();
  }
}
