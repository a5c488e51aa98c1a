import type { PostLink } from '@/lib/posts/types';
import { PostLinks } from './post-links';

type LinkSectionProps = { id: string; title: string; links: PostLink[]; locale: string };

/** Links to posts under a heading; nothing where there are none. */
export function LinkSection({ id, title, links, locale }: LinkSectionProps) {
  if (links.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <PostLinks links={links} locale={locale} />
    </section>
  );
}
