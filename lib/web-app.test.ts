import { expect, test } from 'vitest';
import { initialSettings } from './settings/definition';
import { webAppManifest } from './web-app';

test('what is shared with the dashboard arrives where the bookmarklet leads', () => {
  const { share_target: target, start_url: start, scope } = webAppManifest(initialSettings);
  expect(target).toEqual({
    action: '/dashboard/new/blogmark/',
    method: 'GET',
    params: { title: 'title', text: 'text', url: 'url' },
  });
  expect(target.action.startsWith(scope) && start.startsWith(scope)).toBe(true);
});

test('its icon is the site’s', () => {
  expect(webAppManifest(initialSettings).icons[0]?.src).toBe('/icon.svg');
  const settings = { ...initialSettings, favicon: { kind: 'sign', text: 'C' } as const };
  expect(webAppManifest(settings).icons[0]).toMatchObject({
    src: expect.stringMatching(/^\/assets\/icon\.[0-9a-f]+\.svg$/),
    type: 'image/svg+xml',
    sizes: 'any',
  });
});
