// A server that has neither a disk nor a bucket.
import { expect, test } from '../fixtures';
import { paste } from '../pages/library';
import { sessionCookie } from '../people';
import { startServer } from '../server';

test('uploads are off, and the page says what to set', async ({ browser, site }) => {
  const { databaseUrl, dataDir } = site;
  const server = await startServer({ databaseUrl, dataDir, variables: { VERCEL: '1' } });
  const context = await browser.newContext({ baseURL: server.baseUrl });
  await context.addCookies([
    await sessionCookie({ baseUrl: server.baseUrl, databaseUrl }, 'owner'),
  ]);
  const page = await context.newPage();
  await page.goto('/dashboard/media/');
  await expect(page.getByText('Uploads are off.')).toBeVisible();
  await expect(page.getByText('S3_ENDPOINT, S3_REGION, S3_BUCKET')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Upload files' })).toHaveCount(0);
  const refused = await page.request.put('/api/upload/?name=x.txt', { data: 'x' });
  expect([refused.status(), await refused.text()]).toEqual([
    422,
    expect.stringContaining('S3_ENDPOINT'),
  ]);
  await page.goto('/dashboard/new/note/');
  await expect(page.getByRole('button', { name: 'Library', exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Upload', exact: true })).toHaveCount(0);
  const png = { name: 'cat.png', mimeType: 'image/png', buffer: Buffer.from('a picture') };
  await paste(page.locator('.cm-content'), [png]);
  const refusal = page.getByRole('alert').filter({ hasText: 'Uploads are off' });
  await expect(refusal.getByRole('link')).toHaveAttribute('href', '/dashboard/media/');
  await context.close();
  await server.stop();
});
