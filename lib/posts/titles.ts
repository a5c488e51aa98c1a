// Small rules about titles and the addresses they link to.

/** A link title in front of its commentary gets a full stop, unless it ends in one or a "(via)" follows. */
export function endSentence(title: string, hasVia: boolean): { text: string; stop: '' | '.' } {
  const text = title.trim();
  return { text, stop: hasVia || /[.?!。？！…]$/u.test(text) ? '' : '.' };
}

/** The host of an address without `www.`; undefined for one of this site. */
export function domainOf(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { hostname } = new URL(url);
  return hostname.replace(/^www\./, '') || undefined;
}

/** The beginning of a text as a description: about 30 words, on one line. */
export function describePost(plainText: string): string {
  const words = plainText.trim().split(/\s+/);
  const beginning = words.slice(0, 30).join(' ').slice(0, 300);
  return words.length > 30 || beginning.length === 300 ? `${beginning}…` : beginning;
}
