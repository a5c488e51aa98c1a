// Who calls a route of the author's side: the same question as for actions, answered as programs
// expect it. Such routes do not have the framework's check of where a request comes from.
import { env } from '../env';
import type { Actor } from './actor';
import { can, type Permission } from './permissions';
import { getActor } from './session';

const refuse = (status: 401 | 403, error: string) =>
  Response.json({ error }, { status, headers: { 'Cache-Control': 'private, no-store' } });

/**
 * The actor of a request, or the answer that it gets instead: 403 `cross-site` for a request that
 * another site's page has sent, 401 `signed-out`, 403 `forbidden`.
 */
export async function actorOfRequest(
  request: Request,
  permission: Permission,
): Promise<Actor | Response> {
  if (!isOwnPage(request.headers)) return refuse(403, 'cross-site');
  const actor = await getActor();
  if (actor === null) return refuse(401, 'signed-out');
  return can(actor, permission) ? actor : refuse(403, 'forbidden');
}

/**
 * Whether a request comes from a page of this site. Browsers say so themselves; of those that do
 * not, the origin is compared with this site's and with the host that was asked.
 */
export function isOwnPage(headers: Headers): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin' || site === 'none';
  const origin = headers.get('origin');
  if (origin === null || !URL.canParse(origin)) return origin === null;
  return origin === env().SITE_URL || new URL(origin).host === headers.get('host');
}
