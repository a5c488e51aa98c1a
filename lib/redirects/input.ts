// How an owner writes a redirect: an address of this site or of a former host, and where it leads.
// Pure.
import { z } from 'zod';
import { rowId } from '../input';
import { decodePath } from '../urls';
import { anyPath, comparablePath, hostNames } from './match';

/** A row as it is to be stored. An empty host is this site. */
export type RedirectInput = { host: string; path: string; target: string };

/** What is wrong, and in which of the two. */
export type Refusal = { field: 'from' | 'to'; message: string };

const longest = 2000;

type Source = Pick<RedirectInput, 'host' | 'path'>;

/** What `/old/`, `old.example.org/page`, `https://old.example.org/*` or `*` name. */
export function parseSource(text: string, siteUrl: string): Source | Refusal {
  const refuse = (message: string): Refusal => ({ field: 'from', message });
  const trimmed = text.trim();
  if (trimmed === '') return refuse('Say which address is to be redirected.');
  if (trimmed.length > longest) return refuse(`An address has at most ${longest} characters.`);
  const bare = trimmed.replace(/^https?:\/\//i, '');
  const isPath = bare === trimmed && /^[/*]/.test(trimmed);
  const host = isPath ? '' : bare.split(/[/?#]/, 1)[0]?.toLowerCase();
  const rest = isPath ? trimmed : bare.slice(host?.length);
  if (host === undefined || !/^([a-z0-9_-]+\.)*[a-z0-9_-]+(:\d+)?$|^$/.test(host))
    return refuse('Begin with / or with the name of a former host.');
  if (/[?#]/.test(rest))
    return refuse('What follows ? or # is no part of the comparison: leave it out.');
  const isAny = rest === anyPath || rest === `/${anyPath}`;
  if (!isAny && rest.includes(anyPath))
    return refuse(`“${anyPath}” stands alone, for every path; it cannot be a part of one.`);
  const path = isAny ? anyPath : comparablePath(rest);
  if (path === null || path.includes('\n'))
    return refuse('This address cannot be decoded: look at its % signs.');
  return { host: host !== '' && isOwnHost(host, siteUrl) ? '' : host, path };
}

/** Whether a host is this site's, by whichever scheme: http leads to https by itself. */
const isOwnHost = (host: string, siteUrl: string) =>
  hostNames(new URL(siteUrl).host).includes(host);

/** A path of this site, or an address elsewhere; an absolute address of this site as its path. */
export function parseTarget(text: string, siteUrl: string): string | Refusal {
  const refuse = (message: string): Refusal => ({ field: 'to', message });
  const trimmed = text.trim();
  if (trimmed === '') return refuse('Say where it is to lead.');
  if (trimmed.length > longest) return refuse(`An address has at most ${longest} characters.`);
  const isPath = /^\/(?![/\\])/.test(trimmed);
  if (!isPath && !/^https?:\/\//i.test(trimmed)) return refuse('Begin with / or with https://.');
  if (!URL.canParse(trimmed, siteUrl) || decodePath(new URL(trimmed, siteUrl).pathname) === null)
    return refuse('This is no address.');
  const { host, pathname, search, hash, href } = new URL(trimmed, siteUrl);
  return isPath || isOwnHost(host, siteUrl) ? pathname + search + hash : href;
}

/** Whether parsing has refused. */
export const isRefusal = (parsed: object | string): parsed is Refusal =>
  typeof parsed === 'object' && 'field' in parsed;

/** Both together. */
export function parseRedirect(
  { from, to }: { from: string; to: string },
  siteUrl: string,
): RedirectInput | Refusal {
  const source = parseSource(from, siteUrl);
  if (isRefusal(source)) return source;
  const target = parseTarget(to, siteUrl);
  return typeof target === 'string' ? { ...source, target } : target;
}

/** A row's address as an owner writes it. */
export function formatSource({ host, path }: Source): string {
  if (path === anyPath) return host === '' ? anyPath : `${host}/${anyPath}`;
  return host + path;
}

/** A pasted line, `from to`, parted by blanks, a comma or an arrow; null when it is not two. */
export function parseLine(line: string): { from: string; to: string } | null {
  const parts = line
    .trim()
    .split(/\s*(?:->|=>|→|,|\t)\s*|\s+/)
    .filter(Boolean);
  const [from, to, ...surplus] = parts;
  return from === undefined || to === undefined || surplus.length > 0 ? null : { from, to };
}

const text = z.string().default('');

/** The form of one redirect; `id` names the one to be changed. */
export const redirectForm = z.object({ id: rowId.optional(), from: text, to: text });

/** Lines that were pasted. */
export const pastedLines = z.object({ lines: z.string().max(900_000, 'Too much at a time.') });

/** A redirect to be deleted, or one that was, to be brought back. */
export const redirectDeletion = z.union([
  z.object({ host: z.string(), path: z.string(), target: z.string() }),
  z.object({ id: rowId }),
]);
