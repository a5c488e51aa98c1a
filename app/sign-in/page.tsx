// `/sign-in/?next=…`: the way into the dashboard.
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { SignInForm } from '@/components/dashboard/sign-in-form';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { signIn, signInWithGithub } from '@/lib/auth/actions';
import { nextPath } from '@/lib/auth/addresses';
import { getActor } from '@/lib/auth/session';
import { env } from '@/lib/env';
import { getSettings } from '@/lib/settings/queries';

export const metadata: Metadata = { title: 'Sign in', robots: { index: false } };

type SignInPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { next, error } = await searchParams;
  const path = nextPath([next].flat()[0]);
  if (await getActor()) redirect(path);
  const { title } = await getSettings();
  return (
    <>
      <p className="door-site">{title}</p>
      <h1>Sign in</h1>
      {error && <Notice kind="error">{githubProblem(error)}</Notice>}
      <SignInForm action={signIn} next={path} />
      {env().AUTH_GITHUB_ID !== undefined && (
        <form action={signInWithGithub} className="form other-ways">
          <input type="hidden" name="next" value={path} />
          <SubmitButton variant="plain" pendingLabel="Going to GitHub…">
            Sign in with GitHub
          </SubmitButton>
        </form>
      )}
    </>
  );
}

function githubProblem(error: string | string[]): string {
  return error === 'nobody'
    ? 'Nobody here has this account at GitHub, or an e-mail address that GitHub has verified.'
    : 'Signing in with GitHub did not work. Try again.';
}
