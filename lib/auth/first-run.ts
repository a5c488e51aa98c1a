// How a site gets its owner: from the environment, or through a link printed where it was started.

import { dashboardUrls } from '../dashboard-urls';
import { database } from '../db/client';
import type { Env } from '../env';
import { hasOwner } from '../people/queries';
import { changePeople, makeOwner } from '../people/write';
import { absolute } from '../urls';
import { createAccessLink, linkHours } from './access-links';
import { hashPassword } from './password';

type Owner = { email: string; password: string };

/**
 * Makes the owner, unless there is one; of several processes that start at a time, one does. Who
 * has changed address or password since is left alone.
 * @returns whether the owner was made
 */
export async function ensureOwner({ email, password }: Owner, db = database()): Promise<boolean> {
  if (await hasOwner(db)) return false;
  const passwordHash = await hashPassword(password);
  return changePeople(db, async (tx) => {
    if (await hasOwner(tx)) return false;
    return (await makeOwner(email, passwordHash, tx)).status === 'done';
  });
}

/** A link through which somebody becomes the owner; null when there is one. */
export async function offerSetup(
  siteUrl: string,
  db = database(),
  now = new Date(),
): Promise<string | null> {
  if (await hasOwner(db)) return null;
  const token = await createAccessLink({ purpose: 'setup' }, db, now);
  return absolute(dashboardUrls.access(token), siteUrl);
}

type FirstRunEnv = Pick<Env, 'OWNER_EMAIL' | 'OWNER_PASSWORD' | 'SITE_URL' | 'isVercel'>;

/** At the start of a server: makes the owner, or says how to become it. */
export async function prepareFirstRun(
  { OWNER_EMAIL, OWNER_PASSWORD, SITE_URL, isVercel }: FirstRunEnv,
  say: (line: string) => void,
  db = database(),
): Promise<void> {
  if (OWNER_EMAIL !== undefined && OWNER_PASSWORD !== undefined) {
    const owner = { email: OWNER_EMAIL, password: OWNER_PASSWORD };
    if (await ensureOwner(owner, db)) say(`${OWNER_EMAIL} is the owner of this site.`);
    return;
  }
  // There a process starts whenever somebody looks, and its console is a log that others may read.
  if (isVercel) return;
  const link = await offerSetup(SITE_URL, db);
  if (link === null) return;
  say(
    `\nThis site has no owner yet. Whoever opens this link within ${linkHours.setup} hours becomes it, once:\n\n  ${link}\n`,
  );
}
