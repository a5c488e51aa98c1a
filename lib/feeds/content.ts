// What a post of each kind says in a feed, as HTML of its own: there is no page around it.
import { escapeHtml } from '../html';
import { feedHtml } from '../markdown/feed-html';
import { commentThread, sightingPhotos, sightingPlace } from '../posts/beat-metadata';
import { beatType } from '../posts/kinds';
import { domainOf } from '../posts/titles';
import type { Beat, Blogmark, Post, Quotation } from '../posts/types';

/**
 * The whole post.
 * @param url its own address, absolute
 */
export function contentOf(post: Post, url: string): string {
  return feedHtml(writtenHtml(post), url);
}

function writtenHtml(post: Post): string {
  switch (post.kind) {
    case 'entry':
    case 'note':
      return post.html;
    case 'blogmark':
      return blogmarkHtml(post);
    case 'quotation':
      return quotationHtml(post);
    case 'beat':
      return beatHtml(post);
  }
}

const link = (href: string, text: string) =>
  `<a href="${escapeHtml(href)}">${escapeHtml(text)}</a>`;

function blogmarkHtml({ linkUrl, displayTitle, html, via }: Blogmark): string {
  const title = `<p><strong>${link(linkUrl, displayTitle)}</strong></p>`;
  return title + html + (via ? `<p>Via ${link(via.url, via.title || hostOf(via.url))}</p>` : '');
}

const hostOf = (url: string) => domainOf(url) ?? url;

function quotationHtml({ html, source, sourceUrl, contextHtml }: Quotation): string {
  const cite = sourceUrl === null ? '' : ` cite="${escapeHtml(sourceUrl)}"`;
  const name = sourceUrl === null ? escapeHtml(source) : link(sourceUrl, source);
  const context = contextHtml === '' ? '' : `, ${contextHtml}`;
  return `<blockquote${cite}>${html}</blockquote><p>— ${name}${context}</p>`;
}

function beatHtml(post: Beat): string {
  const { url, image, displayTitle, commentaryHtml, html } = post;
  const { label, suffix } = beatType(post.type);
  const type = escapeHtml(suffix ? `${label} (${suffix})` : label);
  const isSaid = commentaryHtml !== '' && commentaryHtml !== escapeHtml(displayTitle);
  const line = `<strong>${type}:</strong> ${link(url, displayTitle)}${isSaid ? ` — ${commentaryHtml}` : ''}`;
  const picture = image ? `<p>${pictureLink(url, image.url, image.alt || displayTitle)}</p>` : '';
  return `<p>${line}</p>${picture}${placeOfComment(post)}${sightingHtml(post)}${html}`;
}

const pictureLink = (href: string, src: string, alt: string) =>
  `<a href="${escapeHtml(href)}"><img src="${escapeHtml(src)}" alt="${escapeHtml(alt)}"></a>`;

function placeOfComment({ type, url, metadata }: Beat): string {
  if (type !== 'comment') return '';
  const { site, threadUrl } = commentThread(metadata);
  const name = site ?? hostOf(url);
  return `<p>Comment on ${threadUrl === null ? escapeHtml(name) : link(threadUrl, name)}</p>`;
}

function sightingHtml({ type, metadata }: Beat): string {
  if (type !== 'sighting') return '';
  const photos = sightingPhotos(metadata).map(
    ({ observationUrl, largeUrl, species }) =>
      `<p>${pictureLink(observationUrl, largeUrl, species)}<br>${escapeHtml(species)}</p>`,
  );
  const place = sightingPlace(metadata);
  return photos.join('') + (place === null ? '' : `<p>in ${escapeHtml(place)}</p>`);
}
