// The tags of a post as its last paragraph: few readers of XML feeds show categories.
import { escapeHtml } from '../html';
import type { FeedTag } from './item';

export function tagParagraph(tags: FeedTag[]): string {
  if (tags.length === 0) return '';
  const links = tags.map((tag) => `<a href="${escapeHtml(tag.url)}">${escapeHtml(tag.name)}</a>`);
  return `<p>Tags: ${links.join(', ')}</p>`;
}
