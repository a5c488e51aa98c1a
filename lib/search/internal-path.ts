// The path under which the page of a search is stored: its canonical parameters and what was left
// out of the address, in letters that no path changes, in pieces that a folder's names can take.
// Pure.
import { type Ignored, ignorable, type ParsedSearch, parseSearch, toParams } from './query';

const prefix = '/r/search/';
const pieceLength = 200;
/** Bytes of the parameters. Whoever types cannot come near it. */
const maxLength = 2500;

/** Whether a path is a stored search's, or would be one. */
export const isInternalSearchPath = (pathname: string) => pathname.startsWith(prefix);

/** The internal path of a search; null for one that is too long. */
export function internalSearchPath({ query, ignored }: ParsedSearch): string | null {
  const written = `${toParams(query)}~${ignored.join(',')}`;
  if (written.length > maxLength) return null;
  const pieces =
    Buffer.from(written)
      .toString('base64url')
      .match(new RegExp(`.{1,${pieceLength}}`, 'g')) ?? [];
  return `${prefix}${pieces.join('/')}/`;
}

/** The search of an internal path's pieces; null when they say none, or not in the one way. */
export function searchOfPieces(pieces: readonly string[]): ParsedSearch | null {
  const written = Buffer.from(pieces.join(''), 'base64url').toString();
  const [params = '', names] = written.split('~');
  if (names === undefined) return null;
  const { query } = parseSearch(new URLSearchParams(params));
  const ignored: Ignored[] = ignorable.filter((name) => names.split(',').includes(name));
  const parsed = { query, ignored };
  return internalSearchPath(parsed) === `${prefix}${pieces.join('/')}/` ? parsed : null;
}

/** The search of an internal path; null for every other path. */
export function searchOfInternalPath(pathname: string): ParsedSearch | null {
  return isInternalSearchPath(pathname)
    ? searchOfPieces(pathname.slice(prefix.length).split('/').filter(Boolean))
    : null;
}
