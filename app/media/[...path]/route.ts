// The files of the library (lib/media/addresses.ts).
import { database } from '@/lib/db/client';
import { parseMediaPath } from '@/lib/media/addresses';
import { serveMedia } from '@/lib/media/serve';
import { mediaStorage } from '@/lib/media/storage';
import { orUnavailable } from '@/lib/unavailable';

export const dynamic = 'force-dynamic';

export async function GET(request: Request): Promise<Response> {
  const address = parseMediaPath(new URL(request.url).pathname);
  if (address === null) return new Response('There is no such file.\n', { status: 404 });
  return orUnavailable(() =>
    serveMedia(request, address, { db: database(), storage: mediaStorage() }),
  );
}

export const HEAD = GET;
