// The script of reading pages, and the files that the site's settings make, each under a name that
// changes with its content.
import { readerScript, readerScriptName } from '@/components/reader/bundle.generated';
import { cachePage, lives } from '@/lib/cache';
import { assetPath, findAsset } from '@/lib/settings/assets';
import { getSettings } from '@/lib/settings/queries';

export const revalidate = 86400;

const forEver = 'public, max-age=31536000, immutable';

export function generateStaticParams() {
  return [{ file: readerScriptName }];
}

type Context = { params: Promise<{ file: string }> };

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { file } = await params;
  if (file === readerScriptName)
    return new Response(readerScript, {
      headers: { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': forEver },
    });
  const asset = findAsset(file, await getSettings());
  await cachePage({ tags: [], seconds: lives.long });
  if (asset === null) return new Response('There is no such file.\n', { status: 404 });
  // A page that somebody keeps longer than we do may still name the file before this one.
  if (asset.name !== file)
    return new Response(null, {
      status: 307,
      headers: { Location: assetPath(asset.name), 'Cache-Control': 'no-cache' },
    });
  return new Response(asset.body, {
    headers: {
      'Content-Type': asset.type,
      'Cache-Control': forEver,
      // A drawing that is opened by itself runs nothing and reaches nothing.
      'Content-Security-Policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'",
    },
  });
}
