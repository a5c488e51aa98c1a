// How soon an author can write on a phone: an editor opened for the first time, in a browser on a slow
// processor and a slow line, through the shipped nginx, which compresses. It can be typed into before
// its script is there, and nothing typed then is lost; so two moments are told.
import type { Browser } from '@playwright/test';
import { dashboardUrls } from '../../dashboard-urls';
import { findBrowser } from '../browser';
import type { BenchContext, Finding } from '../measure';
import { isInstalled, startProxy } from '../proxies';
import { freePort, startServer } from '../server';
import { type SignedIn, signInOwner } from '../sign-in';
import { median } from '../statistics';
import { milliseconds, type Row } from '../table';

const rounds = { whole: 7, quick: 2 };
const limitMs = 1000;
const what = 'editor usable on a phone';

/** A phone of the middle class on 4G, as Chrome's own tools have it. */
const phone = {
  screen: { width: 390, height: 844 },
  slowdown: 4,
  line: { latency: 165, downloadThroughput: 1_012_500, uploadThroughput: 168_750, offline: false },
};

type Opened = {
  /** From asking for the page until its text can be typed. */
  typableMs: number;
  /** Until it is saved by itself. */
  liveMs: number;
};

export async function measureEditor({
  databaseUrl,
  database,
  isQuick,
  cleanup,
}: BenchContext): Promise<Finding> {
  const executablePath = findBrowser();
  if (executablePath === null || !(await isInstalled('nginx')))
    return { rows: [rowOf('chromium or nginx is not installed', null)], details: null };
  const server = await startServer(databaseUrl, cleanup);
  const port = await freePort();
  await startProxy('nginx', { port, appPort: server.port }, cleanup);
  const { cookie } = await signInOwner('bench-phone', server, database);
  // Comes with the packages for development.
  const { chromium } = await import('@playwright/test');
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  cleanup.defer(() => browser.close());
  const opened: Opened[] = [];
  // The first one is the server's first, too.
  for (let round = 0; round <= (isQuick ? rounds.quick : rounds.whole); round += 1)
    opened.push(await open(browser, `http://127.0.0.1:${port}`, cookie));
  await server.stop();
  const [, ...counted] = opened;
  const typableMs = median(counted.map((one) => one.typableMs));
  const liveMs = median(counted.map((one) => one.liveMs));
  const measured = `typed into after ${milliseconds(typableMs)}, saves by itself after ${milliseconds(liveMs)}`;
  return { rows: [rowOf(measured, typableMs <= limitMs)], details: { opened } };
}

const rowOf = (measured: string, isMet: boolean | null): Row => ({
  what,
  must: `≤ ${milliseconds(limitMs)}`,
  measured,
  isMet,
});

/** Opens a new entry in a browser that has never been here. */
async function open(browser: Browser, url: string, cookie: SignedIn['cookie']): Promise<Opened> {
  const context = await browser.newContext({ viewport: phone.screen });
  try {
    await context.addCookies([{ ...cookie, url }]);
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: phone.slowdown });
    await devtools.send('Network.emulateNetworkConditions', phone.line);
    const failed = new Promise<never>((_, reject) => page.once('pageerror', reject));
    await page.addInitScript(noteMoments);
    const isLive = async () => {
      await page.goto(url + dashboardUrls.newPost('entry'));
      await page.waitForFunction(() => performance.getEntriesByName('live').length > 0);
    };
    await Promise.race([isLive(), failed]);
    const [typableMs = 0, liveMs = 0] = await page.evaluate(() =>
      ['typable', 'live'].map((name) => performance.getEntriesByName(name)[0]?.startTime),
    );
    return { typableMs, liveMs };
  } finally {
    await context.close();
  }
}

/**
 * In the page: looks at every frame, and marks the first in which each is so. All are methods: round an
 * arrow function that has a name the loader of TypeScript puts a helper that the page has not.
 */
function noteMoments(): void {
  const watch = {
    moments: {
      typable() {
        return document.querySelector<HTMLElement>('.sheet textarea')?.offsetHeight;
      },
      live() {
        return (
          document.querySelector('form.editor[data-live]') && document.querySelector('.cm-content')
        );
      },
    },
    look() {
      for (const [name, isSo] of Object.entries(watch.moments))
        if (performance.getEntriesByName(name).length === 0 && isSo()) performance.mark(name);
      if (performance.getEntriesByName('live').length === 0)
        requestAnimationFrame(() => watch.look());
    },
  };
  watch.look();
}
