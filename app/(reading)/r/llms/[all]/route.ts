// `/llms.txt`: what is here, for those who read with a language model.
import { cachePage, lives } from '@/lib/cache';
import { cacheTags } from '@/lib/cache-tags';
import { contentTag } from '@/lib/content-tag';
import { writeLlmsText } from '@/lib/llms/text';
import { listRecentEntries, recentEntriesShown } from '@/lib/posts/queries';
import { getSite } from '@/lib/site';
import { listTags } from '@/lib/tags/queries';

export const revalidate = 86400;

export function generateStaticParams() {
  return [];
}

const tagsShown = 30;

export async function GET(): Promise<Response> {
  const [site, entries, all] = await Promise.all([
    getSite(),
    listRecentEntries(recentEntriesShown),
    listTags(),
  ]);
  const tags = all.sort((a, b) => b.count - a.count).slice(0, tagsShown);
  await cachePage({ tags: [cacheTags.recentEntries, cacheTags.tagIndex], seconds: lives.short });
  const text = writeLlmsText({ site, entries, tags });
  return new Response(text, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8', ETag: contentTag(text) },
  });
}
