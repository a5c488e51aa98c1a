// The sign-in library, told how this site signs people in. It makes and clears the cookie; who may
// come in, and for how long, is decided beside it (sign-in.ts, sessions.ts).
import NextAuth, { type Account, CredentialsSignin, type NextAuthConfig } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import GitHub from 'next-auth/providers/github';
import { z } from 'zod';
import { dashboardUrls, withQuery } from '../dashboard-urls';
import { authSecret, env } from '../env';
import { logger } from '../log';
import { admitGithubAccount, findPersonOfGithub, githubAccount, readGithubAccount } from './github';
import { askingAddress, userAgent } from './request';
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
    const address = await askingAddress();
    const outcome = await trySignIn({ ...attempt.parse(credentials), address });
    if (outcome.status !== 'ok') throw new SignInRefused(outcome);
    return { id: String(outcome.personId) };
  },
});

/** GitHub, where it is set up. */
function withGithub() {
  const { AUTH_GITHUB_ID, AUTH_GITHUB_SECRET } = env();
  if (AUTH_GITHUB_ID === undefined) return [];
  return [
    GitHub({
      clientId: AUTH_GITHUB_ID,
      clientSecret: AUTH_GITHUB_SECRET,
      userinfo: {
        url: 'https://api.github.com/user',
        request: ({ tokens }: { tokens: { access_token?: string } }) =>
          readGithubAccount(tokens.access_token ?? ''),
      },
      profile: (profile) => ({ id: githubAccount.parse(profile).id }),
    }),
  ];
}

/** Whom a new session is for. */
async function personBehind({ provider, providerAccountId }: Account): Promise<number> {
  if (provider !== 'github') return Number(providerAccountId);
  const personId = await findPersonOfGithub(providerAccountId);
  if (personId === null) throw new Error('An account at GitHub came in that nobody here has.');
  return personId;
}

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
    providers: [withPassword, ...withGithub()],
    callbacks: {
      signIn: async ({ account, profile }) => {
        if (account?.provider !== 'github') return true;
        const isAdmitted = await admitGithubAccount(githubAccount.parse(profile));
        return isAdmitted || withQuery(dashboardUrls.signIn(), { error: 'nobody' });
      },
      // The token of a new sign-in carries the id of its session and nothing else.
      jwt: async ({ token, account }) => {
        if (!account) return token;
        const personId = await personBehind(account);
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
