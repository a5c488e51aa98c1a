import { Heading } from '@/components/ui/heading';
import { Html } from '@/components/ui/html';
import { urls } from '@/lib/urls';
import type { ViewProps } from './post-view';

/** A note: its text and nothing else to see; the heading is for those who move by headings. */
export function NoteView({ post, level }: ViewProps<'note'>) {
  return (
    <>
      <Heading level={level} className="visually-hidden p-name">
        <a href={urls.post(post)}>{post.displayTitle}</a>
      </Heading>
      <Html className="prose e-content" html={post.html} />
    </>
  );
}
