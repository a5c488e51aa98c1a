// Coming and going. These are the only actions that nobody has to be signed in for.
'use server';

import { redirect } from 'next/navigation';
import type { ActionState } from '../actions';
import { dashboardUrls } from '../dashboard-urls';
import { acceptLink } from './accept-link';
import { findAccessLink } from './access-links';
import { nextPath } from './addresses';
import { invalid, textsOf } from './author-action';
import { linkToken, newPasswordInput, setupInput, signInInput } from './input';
import { signOut as clearCookie, SignInRefused, signIn as startSignIn } from './next-auth';
import { getActor } from './session';
import { endSession, endSessions } from './sessions';
import { inMinutes } from './sign-in';

/** Signs in with e-mail and password and leads to the page that was asked for. */
export async function signIn(_state: ActionState, form: FormData): Promise<ActionState> {
  const { email, password, next } = signInInput.parse(textsOf(form));
  try {
    await startSignIn('credentials', { email, password, redirect: false });
  } catch (error) {
    if (!(error instanceof SignInRefused)) throw error;
    const message =
      error.outcome.status === 'limited'
        ? `Too many attempts. Try again ${inMinutes(error.outcome.until)}.`
        : 'This e-mail address and password do not go together.';
    return { status: 'invalid', message, fields: {}, values: { email } };
  }
  redirect(nextPath(next));
}

/** Leads to GitHub, and from there back to the page that was asked for. */
export async function signInWithGithub(form: FormData): Promise<void> {
  const { next } = signInInput.parse(textsOf(form));
  await startSignIn('github', { redirectTo: nextPath(next) });
}

/** Uses a link that lets in once, and signs in with the password that was chosen. */
export async function enterByLink(_state: ActionState, form: FormData): Promise<ActionState> {
  const texts = textsOf(form);
  const { token } = linkToken.parse(texts);
  const link = await findAccessLink(token);
  if (link === null) return { status: 'error', message: gone };
  const input = link.person === null ? setupInput : newPasswordInput;
  const parsed = input.safeParse(texts);
  if (!parsed.success) return invalid(parsed.error, texts);
  const outcome = await acceptLink({ token, ...parsed.data });
  if (outcome.status === 'gone') return { status: 'error', message: gone };
  if (outcome.status === 'taken') return taken(parsed.data);
  const { password } = parsed.data;
  try {
    await startSignIn('credentials', { email: outcome.email, password, redirect: false });
  } catch (error) {
    // Too many attempts from here: the password is set all the same.
    if (error instanceof SignInRefused) redirect(dashboardUrls.signIn());
    throw error;
  }
  redirect(dashboardUrls.home());
}

const gone = 'This link has been used, or its time is over. Ask for a new one.';

const taken = ({ name, email }: { name: string; email: string }): ActionState => ({
  status: 'invalid',
  message: 'Some fields need another look.',
  fields: { email: 'Somebody here has this e-mail address.' },
  values: { name, email },
});

/** Ends the session of this browser. */
export async function signOut(): Promise<void> {
  const actor = await getActor();
  if (actor) await endSession(actor.sessionId);
  await clearCookie({ redirect: false });
  redirect(dashboardUrls.signIn());
}

/** Ends every session of whoever is signed in here. */
export async function signOutEverywhere(): Promise<void> {
  const actor = await getActor();
  if (actor) await endSessions({ personId: actor.id });
  await clearCookie({ redirect: false });
  redirect(dashboardUrls.signIn());
}
