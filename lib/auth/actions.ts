// Coming and going. These are the only actions that nobody has to be signed in for.
'use server';

import { redirect } from 'next/navigation';
import type { ActionState } from '../actions';
import { dashboardUrls } from '../dashboard-urls';
import { nextPath } from './addresses';
import { signInInput } from './input';
import { signOut as clearCookie, SignInRefused, signIn as startSignIn } from './next-auth';
import { getActor } from './session';
import { endSession } from './sessions';

/** Signs in with e-mail and password and leads to the page that was asked for. */
export async function signIn(_state: ActionState, form: FormData): Promise<ActionState> {
  const { email, password, next } = signInInput.parse(Object.fromEntries(form));
  try {
    await startSignIn('credentials', { email, password, redirect: false });
  } catch (error) {
    if (!(error instanceof SignInRefused)) throw error;
    return {
      status: 'invalid',
      message: 'This e-mail address and password do not go together.',
      fields: {},
      values: { email },
    };
  }
  redirect(nextPath(next));
}

/** Ends the session of this browser. */
export async function signOut(): Promise<void> {
  const actor = await getActor();
  if (actor) await endSession(actor.sessionId);
  await clearCookie({ redirect: false });
  redirect(dashboardUrls.signIn());
}
