// Which of a post's texts its slug is made of, as long as the author gives it none.
import type { PostKind } from './kinds';

type Texts = { title?: string | null; linkTitle?: string; source?: string; body?: string };

/** Where a note has no title, its slug comes from so many of its first characters. */
const longestBeginning = 60;
/** Enough for these characters and an address or two between them. */
const mostLookedAt = 1000;

export function slugSource({
  kind,
  title,
  linkTitle,
  source,
  body,
}: Texts & { kind: PostKind }): string {
  switch (kind) {
    case 'entry':
    case 'beat':
      return title ?? '';
    case 'blogmark':
      return linkTitle ?? '';
    case 'quotation':
      return source ?? '';
    case 'note':
      return title || wordsOf(body ?? '').slice(0, longestBeginning);
  }
}

/** Without the addresses of links and pictures, which are no words; with them where that is all. */
function wordsOf(markdown: string): string {
  const words = markdown
    .slice(0, mostLookedAt)
    .replace(/!?\[([^\]]*)\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*[^)]*\)/g, '$1')
    .replace(/<?\bhttps?:\/\/\S+/gi, '')
    .trim();
  return words || markdown;
}
