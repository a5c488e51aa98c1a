// `/sitemap.xml` and its parts, `/sitemap/2026-01.xml`.
import { cachePage, lives } from '@/lib/cache';
import { contentTag } from '@/lib/content-tag';
import { getSite } from '@/lib/site';
import { readSitemapFile } from '@/lib/sitemap/files';

export const revalidate = 86400;

export function generateStaticParams() {
  return [];
}

type Context = { params: Promise<{ file: string }> };

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { xml, tags } = await readSitemapFile((await params).file, await getSite());
  await cachePage({ tags, seconds: lives.long });
  if (xml === null) return new Response('There is no such part of the sitemap.\n', { status: 404 });
  return new Response(xml, {
    headers: { 'Content-Type': 'application/xml; charset=utf-8', ETag: contentTag(xml) },
  });
}
