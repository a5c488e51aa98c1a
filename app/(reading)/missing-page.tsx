// What a reader gets where no page is: a redirect if the page moved, else a 404 that helps.
import { permanentRedirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { MissingDocument } from '@/components/layout/missing-document';
import { NotFoundStatus } from '@/components/layout/not-found-status';
import { cachePage, lives } from '@/lib/cache';
import { cacheTags } from '@/lib/cache-tags';
import { listRecentEntries } from '@/lib/posts/queries';
import { awaitedTags } from '@/lib/redirects/awaited-tags';
import { resolveAddress, resolveMissing } from '@/lib/redirects/resolve';
import { suggestDays } from '@/lib/redirects/suggest-days';
import { getSite } from '@/lib/site';
import { getTags } from '@/lib/tags/queries';
import { addressPath, parseAddress } from '@/lib/urls';

/**
 * Redirects, or gives the 404 page of a path. It is stored like any page, and tagged by its path
 * so that what is published there later takes its place.
 */
export async function missingPage(path: string): Promise<ReactNode> {
  const address = parseAddress(path);
  const slugs = address?.page === 'tag' ? address.slugs : [];
  const isCanonical = address === null || addressPath(address) === path;
  const [site, target, days, tags, entries] = await Promise.all([
    getSite(),
    isCanonical ? resolveMissing(path) : resolveAddress(path, ''),
    suggestDays(path),
    slugs.length > 1 ? getTags(slugs) : [],
    listRecentEntries(5),
  ]);
  await cachePage({
    tags: [
      cacheTags.path(path),
      cacheTags.redirects,
      cacheTags.recentEntries,
      ...awaitedTags(address),
    ],
    seconds: lives.short,
  });
  if (target !== null) permanentRedirect(target);
  return (
    <NotFoundStatus>
      <MissingDocument
        site={site}
        days={days}
        tags={tags.filter((tag) => tag.count > 0)}
        entries={entries}
      />
    </NotFoundStatus>
  );
}
