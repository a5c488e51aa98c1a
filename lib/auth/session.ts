// Who is behind this request. Every page of the dashboard and every action asks here; the answer
// is a checked row of `sessions`, never the mere presence of a cookie.
import { cookies } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { dashboardUrls } from '../dashboard-urls';
import { env } from '../env';
import type { Actor } from './actor';
import { nextPath } from './addresses';
import { can, type Permission } from './permissions';
import { askedPath } from './request';
import { findActorByToken } from './sessions';
import { cookieName } from './token';

/** Who is signed in; null when nobody is. Looked up once a request. */
export const getActor = cache(async (): Promise<Actor | null> => {
  const name = cookieName(env().SITE_URL);
  return findActorByToken((await cookies()).get(name)?.value);
});

/** For pages: who is signed in. Whoever is not is led to the sign-in, and from there back here. */
export async function requireActor(): Promise<Actor> {
  const actor = await getActor();
  if (actor === null) redirect(dashboardUrls.signIn(nextPath(await askedPath())));
  return actor;
}

/** For pages that not everybody may see: who is signed in. For others there is no such page. */
export async function requirePermission(permission: Permission): Promise<Actor> {
  const actor = await requireActor();
  if (!can(actor, permission)) notFound();
  return actor;
}
