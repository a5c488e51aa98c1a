// Uploads that are slow enough for something to happen in the middle of them, and what is left of them.
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { AwsClient } from 'aws4fetch';
import { like } from 'drizzle-orm';
import { media } from '../../lib/db/schema';
import * as files from '../../lib/testing/media-files';
import type { Site } from '../fixtures';
import { inDatabase } from '../pages/editor';

/** Bytes a second: slow enough for something to happen in between. */
const slow = 400_000;
const size = 6_000_000;

let made = 0;

/** A recording that takes some seconds then; no two are the same. */
export function slowFile(): Buffer {
  made += 1;
  return files.wav(size / 8000 + made);
}

export async function slowDown(page: Page) {
  const session = await page.context().newCDPSession(page);
  const set = (uploadThroughput: number, offline = false) =>
    session.send('Network.emulateNetworkConditions', {
      ...{ offline, latency: 0, downloadThroughput: -1, uploadThroughput },
    });
  await session.send('Network.enable');
  await set(slow);
  return { slow: () => set(slow), breakOff: () => set(slow, true), heal: () => set(-1) };
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
