// The script of reading pages, under a name that changes with its content.
import { readerScript, readerScriptName } from '@/components/reader/bundle.generated';

export const dynamic = 'force-static';
export const dynamicParams = false;

export function generateStaticParams() {
  return [{ file: readerScriptName }];
}

export function GET(): Response {
  return new Response(readerScript, {
    headers: {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': 'public, max-age=31536000, immutable',
    },
  });
}
