// The only module that knows Next's cache.
// A page is a stored copy of what the database held when it was rendered. It carries the tags of
// what it shows; expiring a tag expires every page that carries it.
import { refresh, revalidateTag, unstable_cache } from 'next/cache';
import { workAsyncStorage } from 'next/dist/server/app-render/work-async-storage.external';
import { withExecuteRevalidates } from 'next/dist/server/revalidation-utils';
import { cacheTags } from './cache-tags';
import { env } from './env';
import { lifeUntilNextDue } from './posts/next-due';

/** Most tags that one page may carry. Next drops surplus tags silently, so surplus throws here. */
const maxTags = 64;
/** They stand in a header, for the caches in front of the site. */
const maxHeaderLength = 2048;

/** How long a stored page lives when nothing expires it: the safety net, in seconds. */
export const lives = {
  /** Answers to what a reader has typed. */
  brief: 60,
  /** Pages with counts, recent entries or what is in fashion. */
  short: 900,
  long: 86_400,
} as const;

/** Pages with this tag are kept in memory only, in the bounded store: there are too many to keep. */
const memoryOnly = 'memory-only';
/** Pages with this tag are kept in memory only, a few hundred of them. */
const brief = 'brief';

/**
 * Lets the page that is being rendered carry a script of another origin
 * (page-cache/script-origin.mjs).
 */
export async function allowScriptsFrom(origin: string): Promise<void> {
  await tagPage([`script-origin:${origin}`], lives.long);
}

type PageCaching = {
  tags: string[];
  seconds: number;
  /** For pages whose number has no bound, such as intersections. */
  isUnbounded?: boolean;
  /** For pages that are made of what a reader has typed: the last few hundred are kept. */
  isBrief?: boolean;
};

/**
 * Says what the page that is being rendered shows and how long it may be kept. The page itself
 * reads Postgres directly: a cached call that returns a constant carries the tags, so that the
 * stored page stays the only copy of anything.
 * @throws when the page shows more than 64 things or they take more than 2 KB: give it a
 * collection's tag instead
 */
export async function cachePage({
  tags,
  seconds,
  isUnbounded = false,
  isBrief = false,
}: PageCaching): Promise<void> {
  const all = [
    ...new Set([
      cacheTags.site,
      cacheTags.settings,
      cacheTags.years,
      ...tags,
      ...(isUnbounded ? [memoryOnly] : []),
      ...(isBrief ? [brief] : []),
    ]),
  ];
  const header = all.join(',');
  if (all.length > maxTags || header.length > maxHeaderLength || !/^[!-~]*$/.test(header))
    throw new Error(
      `A page has ${all.length} cache tags in ${header.length} characters, more than ${maxTags} in ${maxHeaderLength}, or such as no header may hold: ${header.slice(0, 200)} …`,
    );
  // Our own page cache is told by the scheduler.
  const isTold = env().PAGE_CACHE === 'own';
  await tagPage(all, seconds, isTold ? seconds : await lifeUntilNextDue(seconds));
}

async function tagPage(tags: string[], seconds: number, life = seconds): Promise<void> {
  await unstable_cache(async () => true, [...tags, String(seconds)], {
    tags,
    revalidate: life,
  })();
}

/**
 * Tells a platform's own page cache what a change has touched, from within the request that made
 * it: an action, or a route. When it returns, the platform knows. Our page cache needs no telling,
 * it hears of the change from Postgres.
 *
 * For an action Next would take it as a wish to show the calling page anew; whether that is so, the
 * action says (`refreshPage`). An editor that was opened for a new post would be put away by it,
 * with what it says and what is being typed: the post has an address of its own by then.
 * @throws outside a request
 */
export async function expireTags(tags: readonly string[]): Promise<void> {
  if (env().PAGE_CACHE !== 'platform' || tags.length === 0) return;
  const request = workAsyncStorage.getStore();
  if (request === undefined) throw new Error('Tags are expired from within a request only.');
  const { pathWasRevalidated } = request;
  await withExecuteRevalidates(request, async () => {
    for (const tag of tags) revalidateTag(tag, { expire: 0 });
  });
  // Done, and not to be done once more after the answer.
  request.pendingRevalidatedTags = [];
  request.pathWasRevalidated = pathWasRevalidated;
}

/** From within an action: the page that called it is to show itself anew. */
export function refreshPage(): void {
  refresh();
}
