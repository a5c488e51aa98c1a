// Where proxy.ts leads a form that somebody has sent without script and without being signed in
// any more: shown again, with a way in. Nothing of it is done.
import { SignedOutForm } from '@/components/dashboard/signed-out-form';
import { nextPath } from '@/lib/auth/addresses';
import { readSentForm } from '@/lib/auth/plain-form';
import { askedPath, requestNonce } from '@/lib/auth/request';
import { isOwnPage } from '@/lib/auth/route-actor';
import { dashboardUrls } from '@/lib/dashboard-urls';
import { staticMarkup } from '@/lib/static-markup';

export async function POST(request: Request): Promise<Response> {
  const target = nextPath(await askedPath());
  const signInUrl = dashboardUrls.signIn(target);
  // What another site has made somebody send is not for them to send again.
  const form = isOwnPage(request.headers) ? await readSentForm(request) : null;
  if (form === null) return new Response(null, { status: 303, headers: { Location: signInUrl } });
  const html = staticMarkup(
    <SignedOutForm {...{ form, target, signInUrl }} nonce={await requestNonce()} />,
  );
  return new Response(`<!doctype html>${html}`, {
    status: 401,
    headers: { 'Content-Type': 'text/html; charset=utf-8' },
  });
}
