// `GET /api/manifest/`: the dashboard as an app. Browsers ask for it without saying who they are, so
// it tells no more than the site's title and icon.
import { getSettings } from '@/lib/settings/queries';
import { webAppManifest } from '@/lib/web-app';

export async function GET(): Promise<Response> {
  return Response.json(webAppManifest(await getSettings()), {
    headers: { 'Content-Type': 'application/manifest+json' },
  });
}
