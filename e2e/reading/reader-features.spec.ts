// What the script of reading pages adds to a text: copied code, pictures at full size, players on
// request; and what needs no script.
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { withPool } from '../../lib/commands/command-database';
import { binPost } from '../../lib/posts/change';
import { createPost } from '../../lib/posts/write';
import { buildPost } from '../../lib/testing/factories';
import { accessibilityProblems, markupProblems } from '../checks';
import { stopClock } from '../clock';
import { expect, type Site, test } from '../fixtures';
import { ownWord } from '../posts';

/** Shows a post with a text for the time of a test. */
async function withPost(site: Site, body: string, work: (path: string) => Promise<void>) {
  const slug = ownWord();
  const publishedAt = new Date('2019-05-04T12:00:00Z');
  const input = buildPost('entry', { slug, body, publishedAt });
  await withPool(site.databaseUrl, async ({ database }) => {
    const { id } = await createPost(input, database);
    await work(`/2019/May/4/${slug}/`);
    await binPost(id, database);
  });
}

/** A picture of one colour as an address. */
async function square(size: number, background: string): Promise<string> {
  const picture = sharp({ create: { width: size, height: size, channels: 3, background } });
  return `data:image/png;base64,${(await picture.png({ palette: true }).toBuffer()).toString('base64')}`;
}

/** Addresses of other machines that a page asks for. */
function strangers(page: Page, site: Site): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(site.baseUrl))
      asked.push(request.url());
  });
  return asked;
}

const player = '<iframe src="https://www.youtube.com/embed/abcdefghijk" title="A talk"></iframe>';

test('nobody else hears of a reader before a click on a player', async ({ page, site }) => {
  await withPost(site, `Before.\n\n${player}\n\nAfter.`, async (path) => {
    const asked = strangers(page, site);
    await page.goto(path);
    await page.getByText('After.').scrollIntoViewIfNeeded();
    const summary = page.locator('summary', { hasText: 'Show: A talk' });
    await summary.scrollIntoViewIfNeeded();
    await page.mouse.wheel(0, 2000);
    await page.waitForLoadState('networkidle');
    expect(asked).toEqual([]);
    await summary.click();
    await expect
      .poll(() => asked)
      .toContainEqual(
        expect.stringMatching(
          /^https:\/\/www\.youtube-nocookie\.com\/embed\/abcdefghijk\?autoplay=1$/,
        ),
      );
    await expect(page.getByRole('link', { name: 'Open on YouTube' })).toBeVisible();
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a player gives way to a link, and nobody else hears of a reader', async ({
    page,
    site,
  }) => {
    await withPost(site, player, async (path) => {
      const asked = strangers(page, site);
      await page.goto(path);
      await page.locator('summary', { hasText: 'Show: A talk' }).click();
      await expect(page.getByRole('link', { name: 'Open on YouTube' })).toHaveAttribute(
        'href',
        'https://www.youtube.com/watch?v=abcdefghijk',
      );
      await page.waitForLoadState('networkidle');
      expect(asked).toEqual([]);
    });
  });
});

test('code is copied as it stands', async ({ page, site, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site.baseUrl });
  const code = 'const a = "<b>";\n\nif (a) {\n  run();\n}';
  await withPost(site, `\`\`\`js\n${code}\n\`\`\``, async (path) => {
    await stopClock(page);
    await page.goto(path);
    await page.getByRole('button', { name: 'Copy', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Copied', exact: true })).toBeVisible();
    await page.clock.runFor(2000);
    await expect(page.getByRole('button', { name: 'Copy', exact: true })).toBeVisible();
    await page.clock.resume();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.trim()).toBe(code);
    await page.keyboard.press('Escape');
    expect(await accessibilityProblems(page)).toEqual([]);
  });
});

test('a picture that is larger than it is shown is seen at full size, by mouse and by keys', async ({
  page,
  site,
}) => {
  const [one, two, small] = await Promise.all([
    square(1600, 'teal'),
    square(1600, 'brown'),
    square(20, 'black'),
  ]);
  const body = `![One](${one})\n\n![Two](${two})\n\n![Small](${small})`;
  await withPost(site, body, async (path) => {
    await page.goto(path);
    await page.getByRole('img', { name: 'Small' }).scrollIntoViewIfNeeded();
    await expect(page.getByRole('button', { name: /^Enlarge: / })).toHaveCount(2);
    await page.getByRole('button', { name: 'Enlarge: One' }).click();
    const dialog = page.getByRole('dialog', { name: 'Picture' });
    await expect(dialog.getByRole('img', { name: 'One' })).toBeVisible();
    await page.keyboard.press('ArrowRight');
    await expect(dialog.getByRole('img', { name: 'Two' })).toBeVisible();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Enlarge: One' })).toBeFocused();
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect(dialog).toHaveCount(0);
  });
});

test('a long entry begins with what is in it', async ({ page, site }) => {
  const chapters = ['First things', 'Second & other things', 'Last things'];
  const body = chapters.map((title) => `## ${title}\n\n${'word '.repeat(400)}`).join('\n\n');
  await withPost(site, body, async (path) => {
    await page.goto(path);
    const contents = page.getByRole('navigation', { name: 'Contents' });
    await expect(contents.getByRole('link')).toHaveText(chapters);
    await contents.getByRole('link', { name: 'Last things' }).click();
    await expect(page.getByRole('heading', { name: /^Last things/ })).toBeInViewport();
    await expect(page).toHaveURL(/#last-things$/);
    const html = await (await page.request.get(path)).text();
    expect(await markupProblems(html)).toEqual([]);
    expect(await accessibilityProblems(page)).toEqual([]);
  });
});
