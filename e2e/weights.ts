// What the parts of a page weigh, as a proxy sends them.
import { gzipSync } from 'node:zlib';
import type { Page, Response } from '@playwright/test';

type Weight = { url: string; type: string; bytes: number; gzipped: number };

/** Weighs whatever a page loads from now on. @returns how to ask for it; waits for what is on its way */
export function weigh(page: Page): () => Promise<Weight[]> {
  const weights: Promise<Weight>[] = [];
  page.on('response', (response) => weights.push(weightOf(response)));
  return () => Promise.all(weights);
}

async function weightOf(response: Response): Promise<Weight> {
  const body = await response.body();
  return {
    url: response.url(),
    type: response.request().resourceType(),
    bytes: body.length,
    gzipped: gzipSync(body).length,
  };
}
