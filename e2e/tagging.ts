// What journeys about tags begin with and look at.
import type { Page } from '@playwright/test';
import { withPool } from '../lib/commands/command-database';
import type { Database } from '../lib/db/client';
import type { PostInput } from '../lib/posts/input';
import { createPost } from '../lib/posts/write';
import { buildPost } from '../lib/testing/factories';
import { tagId } from '../lib/testing/tags';
import type { Site } from './fixtures';

export const inDatabase = <Result>(
  { databaseUrl }: Site,
  work: (db: Database) => Promise<Result>,
) => withPool(databaseUrl, ({ database }) => work(database));

let made = 0;

/** A word that no other test uses, so that none sees what another does. */
export const word = (name: string) => `${name}${process.pid}x${++made}`;

/** A published note with tags. @returns its path */
export async function publish(site: Site, tags: string[], over: Partial<PostInput> = {}) {
  const slug = word('note');
  const publishedAt = new Date('2026-01-20T10:00:00Z');
  const note = buildPost('note', { slug, publishedAt, ...over, kind: 'note', tags });
  const { id } = await inDatabase(site, (db) => createPost(note, db));
  return { id, path: `/2026/Jan/20/${slug}/`, note };
}

export const openTag = async (page: Page, site: Site, slug: string) => {
  const id = await inDatabase(site, (db) => tagId(slug, db));
  await page.goto(`/dashboard/tags/${id}/`);
  return id;
};

/** What readers get, redirects not followed. */
export async function read(page: Page, path: string) {
  const response = await page.request.get(path, { maxRedirects: 0 });
  const { location } = response.headers();
  return { status: response.status(), location, html: await response.text() };
}
