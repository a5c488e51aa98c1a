// The clock of a page, for what lasts some seconds: it goes on when the test says so.
import type { Page } from '@playwright/test';

const start = new Date('2026-06-01T12:00:00Z');
const hour = 3_600_000;

/** Stops it on every page that is opened from now on; `page.clock.runFor` goes on. */
export async function stopClock(page: Page): Promise<void> {
  await page.clock.install({ time: start });
  await page.clock.pauseAt(new Date(start.getTime() + hour));
}
