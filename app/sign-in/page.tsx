// `/sign-in/?next=…`: the way into the dashboard.
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { SignInForm } from '@/components/dashboard/sign-in-form';
import { signIn } from '@/lib/auth/actions';
import { nextPath } from '@/lib/auth/addresses';
import { getActor } from '@/lib/auth/session';
import { getSettings } from '@/lib/settings/queries';

export const metadata: Metadata = { title: 'Sign in', robots: { index: false } };

type SignInPageProps = { searchParams: Promise<{ next?: string | string[] }> };

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { next } = await searchParams;
  const path = nextPath([next].flat()[0]);
  if (await getActor()) redirect(path);
  const { title } = await getSettings();
  return (
    <>
      <p className="door-site">{title}</p>
      <h1>Sign in</h1>
      <SignInForm action={signIn} next={path} />
    </>
  );
}
