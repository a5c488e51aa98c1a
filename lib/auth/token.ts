// The cookie that a signed-in browser carries: a sealed token with the id of a row of `sessions`
// and nothing else. What it is worth, the row decides (lib/auth/sessions.ts).
import { decode, encode } from 'next-auth/jwt';
import { z } from 'zod';

/** As long as browsers keep a cookie. How long a session lasts, its row says. */
export const tokenSeconds = 400 * 86_400;

const payload = z.object({ session: z.uuid() });

/** Name of the cookie. Over TLS it has the prefix that browsers accept from secure origins only. */
export function cookieName(siteUrl: string): string {
  return isSecure(siteUrl) ? '__Secure-authjs.session-token' : 'authjs.session-token';
}

export const isSecure = (siteUrl: string) => siteUrl.startsWith('https:');

/** Seals the id of a session, as the sign-in does. */
export function sealToken(sessionId: string, secret: string, siteUrl: string): Promise<string> {
  const salt = cookieName(siteUrl);
  return encode({ token: { session: sessionId }, secret, salt, maxAge: tokenSeconds });
}

/** The id of the session in a token; null for one that is not ours, or too old. */
export async function openToken(
  token: string,
  secret: string,
  siteUrl: string,
): Promise<string | null> {
  // Whatever is wrong with a token, whoever carries it is signed out.
  const opened = await decode({ token, secret, salt: cookieName(siteUrl) }).catch(() => null);
  return payload.safeParse(opened).data?.session ?? null;
}
