// A post in a list: one view per kind.
import type { ReactNode } from 'react';
import type { HeadingLevel } from '@/components/ui/heading';
import type { DateStyle } from '@/lib/dates';
import { textDirection } from '@/lib/languages';
import type { PostKind } from '@/lib/posts/kinds';
import type { Post } from '@/lib/posts/types';
import { BeatView } from './beat-view';
import { BlogmarkView } from './blogmark-view';
import { EntryView } from './entry-view';
import { NoteView } from './note-view';
import { PostMeta } from './post-meta';
import { QuotationView } from './quotation-view';

export type ViewProps<Kind extends PostKind> = {
  post: Extract<Post, { kind: Kind }>;
  level: HeadingLevel;
};

type PostViewProps = { post: Post; level: HeadingLevel; dates: DateStyle; showDay: boolean };

export function PostView({ post, level, dates, showDay }: PostViewProps) {
  return (
    <article className={`post is-${post.kind} h-entry`} {...languageOf(post)}>
      {viewOf(post, level, dates.locale)}
      <PostMeta post={post} dates={dates} showDay={showDay} />
    </article>
  );
}

function viewOf(post: Post, level: HeadingLevel, locale: string): ReactNode {
  switch (post.kind) {
    case 'entry':
      return <EntryView post={post} level={level} locale={locale} />;
    case 'blogmark':
      return <BlogmarkView post={post} level={level} />;
    case 'quotation':
      return <QuotationView post={post} level={level} />;
    case 'note':
      return <NoteView post={post} level={level} />;
    case 'beat':
      return <BeatView post={post} level={level} />;
  }
}

/** `lang` and `dir` of a post that is not in the site's language. */
export function languageOf(post: Post) {
  return post.lang === null ? {} : { lang: post.lang, dir: textDirection(post.lang) };
}
