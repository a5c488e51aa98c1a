// `/atom/everything/`, `/tags/python.json`, `/2026/Jan/5/slug.md`: feeds, and pages in other formats.
import { answerFeed, missingAnswer } from '@/lib/feeds/answer';
import { extrasOfSegment } from '@/lib/feeds/extras';
import { addressPath, parseAddress } from '@/lib/urls';

export const revalidate = 86400;

export function generateStaticParams() {
  return [];
}

type Context = { params: Promise<{ extras: string; page: string; path: string[] }> };

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { extras, page, path: segments } = await params;
  // Next gives `+` percent-encoded, as it encodes every parameter.
  const first = `/${segments.join('/').replace(/%2B/gi, '+')}`;
  const asked = page === '1' ? first : `${first}/page/${page}/`;
  const address = parseAddress(asked);
  if (address?.page !== 'feed') return missingAnswer(asked, null);
  // Tags in another order, or doubled, mean the same feed, which has one address.
  const isCanonical = addressPath(address).startsWith(first);
  const besides = extrasOfSegment(extras);
  return isCanonical && besides ? answerFeed(address, besides) : missingAnswer(asked, address);
}
