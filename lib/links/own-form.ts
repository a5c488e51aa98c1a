// The form in which an address is stored: without what only tells its owner where readers came from.

const tracking = /^(utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|ref_src)$/i;

/** A web address without parameters that only track; anything else, and the rest, as it is. */
export function withoutTracking(url: string): string {
  if (!URL.canParse(url) || !/^https?:/i.test(url)) return url;
  const parsed = new URL(url);
  const parts = parsed.search.slice(1).split('&');
  const kept = parts.filter((part) => !tracking.test(part.split('=', 1)[0] ?? ''));
  if (kept.length === parts.length) return url;
  parsed.search = kept.join('&');
  return parsed.href;
}
