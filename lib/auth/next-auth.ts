// The sign-in library, told how this site signs people in. It makes and clears the cookie; who may
// come in, and for how long, is decided beside it (sign-in.ts, sessions.ts).
import NextAuth, { CredentialsSignin, type NextAuthConfig } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { z } from 'zod';
import { dashboardUrls } from '../dashboard-urls';
import { authSecret, env } from '../env';
import { logger } from '../log';
import { userAgent } from './request';
import { startSession } from './sessions';
import { type SignInOutcome, trySignIn } from './sign-in';
import { cookieName, isSecure, tokenSeconds } from './token';

/** Thrown through the library, so that the action can say why. */
export class SignInRefused extends CredentialsSignin {
  constructor(readonly outcome: Exclude<SignInOutcome, { status: 'ok' }>) {
    super();
  }
}

const attempt = z.object({ email: z.string(), password: z.string() });

const withPassword = Credentials({
  credentials: { email: {}, password: {} },
  authorize: async (credentials) => {
    const outcome = await trySignIn(attempt.parse(credentials));
    if (outcome.status !== 'ok') throw new SignInRefused(outcome);
    return { id: String(outcome.personId) };
  },
});

function config(): NextAuthConfig {
  const { SITE_URL } = env();
  const secure = isSecure(SITE_URL);
  return {
    secret: authSecret(),
    basePath: '/api/auth',
    trustHost: true,
    useSecureCookies: secure,
    cookies: { sessionToken: { name: cookieName(SITE_URL) } },
    session: { strategy: 'jwt', maxAge: tokenSeconds },
    pages: { signIn: dashboardUrls.signIn(), error: dashboardUrls.signIn() },
    providers: [withPassword],
    callbacks: {
      // The token of a new sign-in carries the id of its session and nothing else.
      jwt: async ({ token, account }) => {
        if (!account) return token;
        const personId = Number(account.providerAccountId);
        return { session: await startSession({ personId, userAgent: await userAgent() }) };
      },
    },
    logger: {
      error: (error) => {
        if (!(error instanceof SignInRefused)) logger.error({ error }, 'A sign-in failed.');
      },
      warn: () => {},
      debug: () => {},
    },
  };
}

export const { handlers, signIn, signOut } = NextAuth(config);
