// Whether a request knows a secret, told in a time that says nothing about it.
import { createHash, timingSafeEqual } from 'node:crypto';

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Whether `Authorization: Bearer …` names the secret; never, where there is none. */
export function knowsSecret(headers: Headers, secret: string | undefined): boolean {
  const given = /^Bearer +(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1];
  if (!secret || given === undefined) return false;
  return timingSafeEqual(digest(given), digest(secret));
}
