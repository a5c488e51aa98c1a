import { Html } from '@/components/ui/html';
import { escapeHtml } from '@/lib/html';
import type { TagRef } from '@/lib/posts/types';
import { urls } from '@/lib/urls';

/** Tags in the order in which they were attached, with commas. */
export function TagLinks({ tags }: { tags: TagRef[] }) {
  return <Html as="span" html={tags.map(tagLink).join(', ')} />;
}

function tagLink({ slug, name }: TagRef): string {
  return `<a class="p-category" rel="tag" href="${escapeHtml(urls.tag(slug))}">${escapeHtml(name)}</a>`;
}
