// `/setup/TOKEN/`: lets somebody in once, to become the owner, to follow an invitation or to choose
// a new password.
import type { Metadata } from 'next';
import { LinkForm } from '@/components/dashboard/link-form';
import { findAccessLink, type LinkPurpose } from '@/lib/auth/access-links';
import { enterByLink } from '@/lib/auth/actions';
import { dashboardUrls } from '@/lib/dashboard-urls';
import { getSettings } from '@/lib/settings/queries';

export const metadata: Metadata = { title: 'Welcome' };

const words: Record<LinkPurpose, { heading: string; submit: string }> = {
  setup: { heading: 'Set up this site', submit: 'Become the owner' },
  invitation: { heading: 'Welcome', submit: 'Sign in' },
  password: { heading: 'Choose a new password', submit: 'Set the password' },
};

export default async function AccessPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const [link, { title }] = await Promise.all([findAccessLink(token), getSettings()]);
  if (link === null) return <GonePage />;
  const { heading, submit } = words[link.purpose];
  return (
    <>
      <p className="door-site">{title}</p>
      <h1>{heading}</h1>
      <LinkForm
        action={enterByLink}
        token={token}
        email={link.person?.email ?? null}
        submitLabel={submit}
      />
    </>
  );
}

function GonePage() {
  return (
    <>
      <h1>This link has had its time</h1>
      <p>
        It was used, it is too old, or another one has taken its place. A link for the setup is
        printed whenever the server is started and has no owner; other links come from an owner of
        the site.
      </p>
      <p>
        <a href={dashboardUrls.signIn()}>Sign in</a>
      </p>
    </>
  );
}
