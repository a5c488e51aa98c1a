// `/atom/everything/`, `/tags/python.json`, `/2026/Jan/5/slug.md`: feeds, and pages in other formats.
import { answerFeed } from '@/lib/feeds/answer';
import { parseAddress } from '@/lib/urls';

export const revalidate = 86400;

export function generateStaticParams() {
  return [];
}

type Context = { params: Promise<{ extras: string; page: string; path: string[] }> };

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { page, path } = await params;
  // Next gives `+` percent-encoded, as it encodes every parameter.
  const address = parseAddress(`/${path.join('/').replace(/%2B/gi, '+')}/page/${page}/`);
  if (address?.page !== 'feed') return new Response('There is no such feed.\n', { status: 404 });
  return answerFeed(address);
}
