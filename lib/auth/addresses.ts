// Which addresses are the author's side, how they are written, and where a sign-in may lead. Pure:
// proxy.ts asks before anything else is known of a request.
import { dashboardUrls } from '../dashboard-urls';

/** First segments of what is never a reading page: rendered at each request, stored nowhere. */
const sections = ['dashboard', 'sign-in', 'setup', 'preview', 'api'];

/** The same for `headers()` in next.config.ts, which sets the policy of all other addresses. */
export const readerSource = `/((?!(?:${sections.join('|')})(?:/|$)).*)`;

/** Request headers that proxy.ts sets there, whatever a client has sent under their names. */
export const pathHeader = 'x-commonplace-path';
export const nonceHeader = 'x-commonplace-nonce';

const firstSegment = (pathname: string) => pathname.split('/').find(Boolean)?.toLowerCase() ?? '';

/** Whether a path, however it is written, belongs to the author's side. */
export const isAuthorPath = (pathname: string) => sections.includes(firstSegment(pathname));

/** Routes for programs: called with or without their final slash. */
export const isApiPath = (pathname: string) => firstSegment(pathname) === 'api';

/** The one way to write an address of the author's side. */
export function canonicalAuthorPath(pathname: string): string {
  const [, ...rest] = pathname.split('/').filter(Boolean);
  return `/${[firstSegment(pathname), ...rest].join('/')}/`;
}

/**
 * Where to go after signing in: the asked path if it is one of the dashboard, else its first page.
 * Never another site's, however it is spelled.
 */
export function nextPath(asked: string | null | undefined): string {
  const home = dashboardUrls.home();
  if (!asked || !URL.canParse(asked, 'http://this.site')) return home;
  const { origin, pathname, search } = new URL(asked, 'http://this.site');
  const isOwn = origin === 'http://this.site' && /^\/(?![/\\])/.test(asked);
  return isOwn && pathname.startsWith(home) ? pathname + search : home;
}
