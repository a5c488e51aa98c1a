// What an owner sets for the look of the site, and the script that counts its visits.
import { at, expect, save, store, test, write } from './settings-form';

test('looks are on the pages at once', async ({ page, editor, set }) => {
  await store(page, ['/', '/about/']);
  await set({
    'Accent colour': 'oklch(0.5 0.2 260)',
    'Custom CSS': '.site-name a { color: rgb(1, 2, 3) }',
  });
  await expect(editor.getByText('Light theme:')).toBeVisible();
  for (const path of ['/', '/about/']) {
    await page.goto(path);
    await expect(page.getByRole('banner').getByRole('link').first()).toHaveCSS(
      'color',
      'rgb(1, 2, 3)',
    );
  }
  // The dashboard keeps its own look.
  await editor.goto(at);
  await expect(editor.locator('link[href*="/assets/custom."]')).toHaveCount(0);
});

test('an icon is uploaded, shown, and taken away', async ({ page, editor }) => {
  await editor.goto(at);
  await editor.getByLabel('A file').check();
  await editor.getByLabel('The file').setInputFiles({
    name: 'icon.svg',
    mimeType: 'image/svg+xml',
    buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
  });
  await save(editor);
  await expect(editor.getByText('The file holds scripts or HTML')).toBeVisible();
  await editor.getByLabel('The file').setInputFiles({
    name: 'icon.svg',
    mimeType: 'text/plain',
    buffer: Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>',
    ),
  });
  await save(editor);
  await expect(editor.getByRole('status')).toContainText('Saved: icon.');
  await page.goto('/');
  const icon = page.locator('link[rel=icon]');
  await expect(icon).toHaveAttribute('href', /^\/assets\/icon\.[0-9a-f]{16}\.svg$/);
  // A form without the notice of the first time: the next one is the second's.
  await editor.goto(at);
  await editor.getByLabel('The open book').check();
  await save(editor);
  await expect(editor.getByRole('status')).toContainText('Saved: icon.');
  await page.goto('/');
  await expect(icon).toHaveAttribute('href', /^\/icon\.svg/);
});

test('a script that counts visits joins the policy, and leaves it again', async ({
  page,
  editor,
  site,
  set,
}) => {
  const origin = 'https://stats.example.org';
  const policy = async () =>
    (await page.request.get('/about/')).headers()['content-security-policy'];
  await store(page, ['/about/']);
  const before = await policy();
  await set({ 'Analytics script': `<script defer data-a="b" src="${origin}/x.js"></script>` });
  for (const _ of ['made', 'kept', 'kept']) {
    expect(await policy()).toContain(`connect-src 'self' ${origin}`);
    if (site.pageCache === 'own')
      expect(await policy()).toMatch(/script-src [^;]* https:\/\/stats\.example\.org;/);
  }
  expect(await (await page.request.get('/about/')).text()).toContain(`src="${origin}/x.js"`);
  await write(editor, { 'Analytics script': '' });
  await expect(editor.getByRole('status')).toContainText('Saved: analytics');
  for (const _ of ['made', 'kept', 'kept']) expect(await policy()).toBe(before);
});
