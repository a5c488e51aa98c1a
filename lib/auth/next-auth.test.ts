// Signing in through GitHub, from the button to the session, with GitHub's answers made up.
import { eq } from 'drizzle-orm';
import { NextRequest } from 'next/server';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { people, sessions } from '../db/schema';
import { provideAuthUrl } from '../env';
import { actionWorld } from '../testing/actions';

const site = 'http://localhost:3000';
const world = actionWorld();

// Before anything reads the environment.
vi.hoisted(() => {
  vi.stubEnv('AUTH_GITHUB_ID', 'an application');
  vi.stubEnv('AUTH_GITHUB_SECRET', 'its secret');
});

beforeAll(() => provideAuthUrl(site));

afterAll(() => vi.unstubAllEnvs());

beforeEach(async () => {
  await world.db().delete(sessions);
  await world.db().update(people).set({ githubId: null });
});

afterEach(() => vi.unstubAllGlobals());

/** What GitHub says of whoever comes back from it. */
function githubSays(emails: { email: string; verified: boolean }[]) {
  const answers: Record<string, unknown> = {
    '/login/oauth/access_token': { access_token: 'token', token_type: 'bearer', scope: '' },
    '/user': { id: 4711, login: 'somebody' },
    '/user/emails': emails,
  };
  vi.stubGlobal('fetch', async (asked: URL | string | Request) => {
    const { pathname } = new URL(asked instanceof Request ? asked.url : asked);
    return Response.json(answers[pathname]);
  });
}

/** Presses the button, comes back from GitHub, and tells where that leads. */
async function goThroughGithub() {
  const { handlers, signIn } = await import('./next-auth');
  return world.within('anonymous', async () => {
    const { cookies } = await import('next/headers');
    const address = new URL(
      await signIn('github', { redirect: false, redirectTo: '/dashboard/account/' }),
    );
    const jar = await cookies();
    const back = new URL(address.searchParams.get('redirect_uri') ?? '');
    back.searchParams.set('code', 'a code');
    const state = address.searchParams.get('state');
    if (state) back.searchParams.set('state', state);
    const answer = await handlers.GET(
      new NextRequest(back, { headers: { cookie: jar.toString() } }),
    );
    return { address, back, location: answer.headers.get('location') };
  });
}

describe('through GitHub', () => {
  test('one comes in whose address it has verified, and arrives where they wanted to go', async () => {
    githubSays([{ email: 'Author@example.org', verified: true }]);
    const { address, back, location } = await goThroughGithub();
    expect(address.origin + address.pathname).toBe('https://github.com/login/oauth/authorize');
    expect(address.searchParams.get('client_id')).toBe('an application');
    expect(back.origin + back.pathname).toBe(`${site}/api/auth/callback/github`);
    expect(location).toBe(`${site}/dashboard/account/`);
    const [session] = await world.db().select().from(sessions);
    expect(session?.personId).toBe(world.personId('author'));
    const [person] = await world
      .db()
      .select()
      .from(people)
      .where(eq(people.id, world.personId('author')));
    expect(person?.githubId).toBe('4711');
  });

  test.each([
    { name: 'an address that it has not verified', email: 'owner@example.org', verified: false },
    { name: 'an address that nobody here has', email: 'eve@example.org', verified: true },
  ])('nobody comes in with $name', async ({ email, verified }) => {
    githubSays([{ email, verified }]);
    const { location } = await goThroughGithub();
    expect(location).toBe(`${site}/sign-in/?error=nobody`);
    expect(await world.db().$count(sessions)).toBe(0);
  });
});
