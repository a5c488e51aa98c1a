// Which addresses a body may point to, and how they are written: percent-encoded, https where a
// scheme was left out, and without our own host so that a post survives a move.
const schemes = new Set(['http', 'https', 'mailto', 'tel']);
const maxDataLength = 16_384;
const maxSrcsetLength = 8_192;
const rasterData = /^data:image\/(?:png|gif|jpe?g|webp);base64,[a-z0-9+/=]+$/i;

export type AddressUse = 'link' | 'image' | 'media';

/** The address as it may be printed, or undefined when it must go. */
export function cleanAddress(
  written: string,
  use: AddressUse,
  ownHosts: readonly string[],
): string | undefined {
  const address = trimAddress(written);
  const scheme = schemeOf(address);
  if (scheme === 'data') {
    return use === 'image' && address.length <= maxDataLength && rasterData.test(address)
      ? address
      : undefined;
  }
  if (scheme !== undefined && !schemes.has(scheme)) return undefined;
  if (use !== 'link' && (scheme === 'mailto' || scheme === 'tel')) return undefined;
  return encodeStray(withoutOwnHost(address, ownHosts));
}

/** The scheme in lower case as a browser would read it; undefined for a relative address. */
export function schemeOf(address: string): string | undefined {
  return /^([a-z][a-z0-9+.-]*):/i.exec(address)?.[1]?.toLowerCase();
}

/** Every candidate of a `srcset`, cleaned; those that may not stay are left out. */
export function cleanSrcset(written: string, ownHosts: readonly string[]): string | undefined {
  if (written.length > maxSrcsetLength) return undefined;
  const candidates: string[] = [];
  let rest = written.trim();
  while (rest !== '') {
    const address = /^\S+/.exec(rest)?.[0] ?? '';
    rest = rest.slice(address.length);
    const descriptor = address.endsWith(',') ? '' : (/^[^,]*/.exec(rest)?.[0] ?? '');
    rest = rest.slice(descriptor.length).replace(/^[\s,]+/, '');
    const clean = cleanAddress(address.replace(/,+$/, ''), 'media', ownHosts);
    if (clean)
      candidates.push(
        /^\s+\d+(?:\.\d+)?[wx]\s*$/.test(descriptor) ? `${clean} ${descriptor.trim()}` : clean,
      );
  }
  return candidates.length > 0 ? candidates.join(', ') : undefined;
}

/** Browsers skip these characters, so `java\nscript:` is a scheme to them. */
function trimAddress(written: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly those are meant
  const joined = written.replace(/[\t\n\r\u0000]/g, '');
  let start = 0;
  let end = joined.length;
  while (start < end && joined.charCodeAt(start) <= 0x20) start += 1;
  while (end > start && joined.charCodeAt(end - 1) <= 0x20) end -= 1;
  return joined.slice(start, end);
}

function withoutOwnHost(address: string, ownHosts: readonly string[]): string {
  const absolute = /^(?:https?:)?[/\\]{2}([^/\\?#]*)(.*)$/is.exec(address);
  if (!absolute) return address;
  const [, host = '', rest = ''] = absolute;
  if (!ownHosts.includes(host.toLowerCase())) {
    return address.startsWith('/') || address.startsWith('\\') ? `https://${host}${rest}` : address;
  }
  // `//` at the start of what remains would name a host again.
  return `/${rest.replace(/^[/\\]+/, '')}`;
}

function encodeStray(address: string): string {
  const [beforeQuery = '', ...query] = address.split(/(?=[?#])/);
  const host = /^[a-z]+:\/\/[^/]*/i.exec(beforeQuery)?.[0] ?? '';
  const path = beforeQuery.slice(host.length).replace(/[[\]]/g, encodeURIComponent);
  return `${host}${path}${query.join('')}`
    .replace(/%(?![0-9a-f]{2})/gi, '%25')
    .replace(/[\s\p{Cc}"<>\\^`{|}]/gu, encodeURIComponent)
    .replace(/#/g, (sign, at: number, whole: string) => (whole.indexOf('#') < at ? '%23' : sign));
}

/** Like `decodeURIComponent`, but what is no proper encoding stays instead of throwing. */
export function percentDecoded(address: string): string {
  return address.replace(/(?:%[0-9a-f]{2})+/gi, (bytes) =>
    new TextDecoder().decode(
      Uint8Array.from(bytes.split('%').slice(1), (hex) => Number.parseInt(hex, 16)),
    ),
  );
}
