import { Heading } from '@/components/ui/heading';
import { Html } from '@/components/ui/html';
import type { Quotation } from '@/lib/posts/types';
import { urls } from '@/lib/urls';
import type { ViewProps } from './post-view';

export function QuotationView({ post, level }: ViewProps<'quotation'>) {
  return (
    <>
      <Heading level={level} className="visually-hidden p-name">
        <a href={urls.post(post)}>{post.displayTitle}</a>
      </Heading>
      <QuotationBody post={post} />
    </>
  );
}

/** The words, and on a line of their own whose they are. */
export function QuotationBody({ post }: { post: Quotation }) {
  return (
    <figure className="quotation e-content">
      <Html as="blockquote" className="prose" cite={post.sourceUrl ?? undefined} html={post.html} />
      <figcaption>
        <span aria-hidden="true">— </span>
        {post.sourceUrl === null ? (
          <cite>{post.source}</cite>
        ) : (
          <cite>
            <a href={post.sourceUrl}>{post.source}</a>
          </cite>
        )}
        {post.contextHtml && (
          <>
            {', '}
            <Html as="span" html={post.contextHtml} />
          </>
        )}
      </figcaption>
    </figure>
  );
}
