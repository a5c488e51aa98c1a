// Uploads that come to a stop in their middle, and what is left of them.
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from '@playwright/test';
import { AwsClient } from 'aws4fetch';
import { like } from 'drizzle-orm';
import { media } from '../../lib/db/schema';
import * as files from '../../lib/testing/media-files';
import type { Site } from '../fixtures';
import { inDatabase, signedIn } from '../pages/editor';
import { Library } from '../pages/library';

/** More than what the machines on the way take in before anybody reads it. */
const size = 24_000_000;
/** Where it stops. */
export const half = 1_000_000;

/** A recording that does not get through a line that is held. */
export const largeFile = (): Buffer => files.wav(size / 8000);

/** The library in a browser that goes over the line; what fails there is no failure of the test. */
export async function openOverLine(browser: Browser, site: Site) {
  const baseUrl = site.bucket === null ? site.line.url : site.baseUrl;
  const context = await signedIn(browser, { ...site, baseUrl }, 'owner');
  const page = await context.newPage();
  const library = new Library(page);
  await library.open();
  return { context, page, library };
}

export const countStored = (site: Site, word: string) =>
  inDatabase(site, (db) => db.$count(media, like(media.originalName, `${word}%`)));

/** What lies on its way and belongs to nobody yet. */
export async function leftOver({ dataDir, bucket }: Site): Promise<string[]> {
  if (bucket === null) {
    const folder = path.join(dataDir, 'media', 'incoming');
    return readdir(folder).catch(() => []);
  }
  const { accessKeyId, secretAccessKey, region } = bucket;
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3' });
  const list = await client.fetch(`${bucket.endpoint}/${bucket.bucket}?prefix=incoming/`);
  return [...(await list.text()).matchAll(/<Key>([^<]+)/g)].map(([, key = '']) => key);
}
