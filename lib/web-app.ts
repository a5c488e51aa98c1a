// The dashboard as an app of a phone's home screen, which other apps can share pages with
// (https://www.w3.org/TR/appmanifest/, https://w3c.github.io/web-share-target/). Pure.
import { dashboardUrls } from './dashboard-urls';
import { assetPath, iconAsset } from './settings/assets';
import type { Settings } from './settings/definition';

const builtInIcon = { src: '/icon.svg', type: 'image/svg+xml' };

/** The manifest of a site's dashboard. */
export function webAppManifest(settings: Settings) {
  const own = iconAsset(settings);
  const icon = own === null ? builtInIcon : { src: assetPath(own.name), type: own.type };
  return {
    id: dashboardUrls.home(),
    name: settings.title,
    short_name: settings.title,
    start_url: dashboardUrls.home(),
    scope: dashboardUrls.home(),
    display: 'minimal-ui',
    icons: [{ ...icon, sizes: 'any' }],
    // What is shared begins a link post, as the bookmarklet does.
    share_target: {
      action: dashboardUrls.newPost('blogmark'),
      method: 'GET',
      params: { title: 'title', text: 'text', url: 'url' },
    },
    shortcuts: [
      { name: 'New entry', url: dashboardUrls.newPost('entry') },
      { name: 'New note', url: dashboardUrls.newPost('note') },
    ],
  };
}
