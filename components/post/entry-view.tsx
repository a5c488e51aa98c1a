import { Heading } from '@/components/ui/heading';
import { Html } from '@/components/ui/html';
import { escapeHtml } from '@/lib/html';
import { formatCount } from '@/lib/languages';
import type { Entry } from '@/lib/posts/types';
import { urls } from '@/lib/urls';
import type { ViewProps } from './post-view';

/** An entry in a list: its title, its first paragraph, and how much more there is. */
export function EntryView({ post, level, locale }: ViewProps<'entry'> & { locale: string }) {
  return (
    <>
      <Heading level={level} className="entry-title p-name">
        <a href={urls.post(post)}>{post.displayTitle}</a>
      </Heading>
      {post.cardImage && (
        <img
          className="card-image u-featured"
          src={post.cardImage}
          alt=""
          loading="lazy"
          decoding="async"
        />
      )}
      <Html className="prose p-summary" html={withMoreLink(post, locale)} />
    </>
  );
}

/** The excerpt, ending in `[… 1,234 words]` with the number as the link. */
function withMoreLink(post: Entry, locale: string): string {
  if (!post.hasMore) return post.excerptHtml;
  const words = `${formatCount(post.wordCount, locale)} ${post.wordCount === 1 ? 'word' : 'words'}`;
  const more = `<span class="more">[… <a href="${escapeHtml(urls.post(post))}">${words}</a>]</span>`;
  const end = post.excerptHtml.lastIndexOf('</p>');
  if (end === -1) return `${post.excerptHtml}<p>${more}</p>`;
  return `${post.excerptHtml.slice(0, end)} ${more}${post.excerptHtml.slice(end)}`;
}
