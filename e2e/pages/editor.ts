// The editor as a journey uses it: locators and the ways through it. What is to be expected, the
// specs say.
import type { Browser, BrowserContext, Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { Role } from '../../lib/auth/actor';
import { withPool } from '../../lib/commands/command-database';
import { dashboardUrls } from '../../lib/dashboard-urls';
import type { Database } from '../../lib/db/client';
import type { PostInput } from '../../lib/posts/input';
import type { PostKind } from '../../lib/posts/kinds';
import { createPost } from '../../lib/posts/write';
import { findPerson, sessionCookie } from '../people';

type Place = { baseUrl: string; databaseUrl: string };

export class Editor {
  readonly form: Locator;
  readonly text: Locator;
  readonly tags: Locator;
  /** How things stand, in words. */
  readonly state: Locator;
  readonly notice: Locator;
  readonly offer: Locator;

  constructor(readonly page: Page) {
    this.form = page.locator('form.editor');
    this.text = page.locator('.cm-content');
    this.tags = page.getByRole('combobox', { name: 'Tags' });
    this.state = page.locator('.saving-line');
    this.notice = page.locator('.action-notice .notice');
    this.offer = page.locator('.notice', { hasText: 'never reached the server' });
  }

  field(name: string): Locator {
    return this.page.getByRole('textbox', { name, exact: true });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** Opens a new post, or one by its id, and waits until its script has taken over. */
  async open(post: PostKind | number, query = ''): Promise<void> {
    const path = typeof post === 'number' ? dashboardUrls.post(post) : dashboardUrls.newPost(post);
    await this.page.goto(path + query);
    await this.ready();
  }

  async ready(): Promise<void> {
    await expect(this.form).toHaveAttribute('data-live', '');
    await expect(this.text).toBeVisible();
  }

  /** Writes at the end of the text. */
  async write(text: string): Promise<void> {
    await this.text.click();
    await this.page.keyboard.press('ControlOrMeta+End');
    await this.page.keyboard.insertText(text);
  }

  async saved(): Promise<void> {
    await expect(this.state).toContainText(/Saved \d\d:\d\d/);
  }

  /** The id in the address, which a new post gets with its first autosave. */
  async postId(): Promise<number> {
    await expect(this.page).toHaveURL(/\/dashboard\/posts\/\d+\/$/);
    return Number(/(\d+)\/$/.exec(this.page.url())?.[1]);
  }

  /** Every copy that the device keeps, newest first. */
  async copies(): Promise<{ personId: number; reason: string; values: Record<string, string> }[]> {
    return this.page.evaluate(
      () =>
        new Promise((resolve, reject) => {
          const opening = indexedDB.open('commonplace-editor', 1);
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const all = opening.result.transaction('copies').objectStore('copies').getAll();
            all.onerror = () => reject(all.error);
            all.onsuccess = () => {
              opening.result.close();
              resolve(all.result);
            };
          };
        }),
    );
  }
}

/** A browser of its own in which somebody is signed in; nothing in it is watched for failures. */
export async function signedIn(browser: Browser, site: Place, role: Role): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: site.baseUrl });
  await context.addCookies([await sessionCookie(site, role)]);
  return context;
}

let markers = 0;

/** A word that nothing else has. */
export function newMarker(): string {
  markers += 1;
  return `zz${process.pid}x${markers}`;
}

/** Something done in a site's database. */
export const inDatabase = <Result>(site: Place, run: (db: Database) => Promise<Result>) =>
  withPool(site.databaseUrl, ({ database }) => run(database));

/** A post of the test's own. @returns its id */
export async function makePost(
  site: Place,
  input: PostInput,
  role: Role = 'owner',
): Promise<number> {
  return inDatabase(site, async (db) => {
    const authorId = await findPerson(role, db);
    const { id } = await createPost({ ...input, authorId }, db);
    return id;
  });
}
