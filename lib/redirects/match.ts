// How redirect rows are compared with what was asked for. Pure; the reading is in resolve.ts.
import { decodePath } from '../urls';

/** A Host as hosts are compared: in lower case, without a dot at the end of its name. */
const comparableHost = (host: string) => host.toLowerCase().replace(/\.(?=:|$)/, '');

/** The names under which a Host may be known: as it is, and without its port. */
export function hostNames(host: string): string[] {
  const whole = comparableHost(host);
  return [...new Set([whole, whole.replace(/:\d*$/, '')])];
}

/** Whether a Host is one of the former hosts; one that is listed without a port means every port. */
export function isFormerHost(host: string, formerHosts: readonly string[]): boolean {
  const names = hostNames(host);
  return formerHosts.some((former) => names.includes(comparableHost(former)));
}

/** The path of a row that matches every path of its host. */
export const anyPath = '*';

/**
 * A path as rows are compared: percent-decoded, one slash between segments, none at the end.
 * Null when it cannot be decoded.
 */
export function comparablePath(path: string): string | null {
  const [pathname = ''] = path.split(/[?#]/, 1);
  const segments = decodePath(pathname);
  return segments === null ? null : `/${segments.join('/')}`;
}

export type RedirectRow = { path: string; target: string };

/** Where the rows of one host send a path, an exact row before `*`; null when none matches. */
export function matchRedirect(
  rows: readonly RedirectRow[],
  pathname: string,
  search: string,
): string | null {
  const path = comparablePath(pathname);
  const exact = rows.find((row) => row.path === path);
  if (exact) return exact.target;
  const any = rows.find((row) => row.path === anyPath);
  if (!any) return null;
  return `${any.target.replace(/\/$/, '')}/${pathname.replace(/^\/+/, '')}${search}`;
}
