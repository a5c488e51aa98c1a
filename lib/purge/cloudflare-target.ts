// Cloudflare's purge by tag, open to every plan.
// https://developers.cloudflare.com/cache/how-to/purge-cache/purge-by-tags/
import { z } from 'zod';
import { batchesByCount } from './batches';
import { PurgeRefused, type PurgeTarget } from './target';

const api = 'https://api.cloudflare.com/client/v4';
const maxTagsPerRequest = 100;

const answer = z.object({
  success: z.boolean(),
  errors: z.array(z.object({ code: z.number(), message: z.string() })).default([]),
});

type Options = {
  zoneId: string;
  /** Needs the permission "Cache Purge" on the zone. */
  token: string;
  timeoutMs: number;
  /** Another address of the API. */
  base?: string;
};

export function cloudflareTarget({ zoneId, token, timeoutMs, base = api }: Options): PurgeTarget {
  return {
    name: `cloudflare:${zoneId}`,
    async purge(tags) {
      for (const batch of batchesByCount(tags, maxTagsPerRequest)) {
        const response = await fetch(`${base}/zones/${encodeURIComponent(zoneId)}/purge_cache`, {
          method: 'POST',
          headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
          body: JSON.stringify({ tags: batch }),
          redirect: 'manual',
          signal: AbortSignal.timeout(timeoutMs),
        });
        requireSuccess(response.status, await response.text());
      }
    },
  };
}

/** Cloudflare may say no in an answer whose status says yes. */
function requireSuccess(status: number, body: string): void {
  const parsed = answer.safeParse(parseJson(body));
  if (parsed.success && parsed.data.success && status < 300) return;
  const errors = parsed.data?.errors.map(({ code, message }) => `${code} ${message}`) ?? [];
  throw new PurgeRefused([`answered ${status}`, ...errors].join('; '));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A page of an outage, not an answer of the API: its status says enough.
    return undefined;
  }
}
