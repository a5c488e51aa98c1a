// The title of somebody else's page. It is looked for tag by tag, in one go whatever the page holds,
// and only the text that is found goes through a parser.
import { parseHtml } from './parse';
import { plainText } from './plain-text';

const longestTag = 4000;
const longestTitle = 1000;
const mostMetas = 200;

/** What a page calls itself in its head, else when it is shared; null where it does not say. */
export function titleOfPage(html: string): string | null {
  const page = withoutComments(html);
  return clean(textOfTitle(page)) ?? clean(sharedTitle(page));
}

function withoutComments(html: string): string {
  const kept: string[] = [];
  let from = 0;
  for (;;) {
    const start = html.indexOf('<!--', from);
    if (start === -1) return kept.join('') + html.slice(from);
    kept.push(html.slice(from, start));
    const end = html.indexOf('-->', start + 4);
    if (end === -1) return kept.join('');
    from = end + 3;
  }
}

function textOfTitle(page: string): string {
  const opened = /<title[\s>]/i.exec(page);
  if (opened === null) return '';
  const start = page.indexOf('>', opened.index) + 1;
  if (start === 0) return '';
  const rest = page.slice(start, start + longestTag);
  const end = rest.search(/<\/title/i);
  return end === -1 ? '' : rest.slice(0, end);
}

function sharedTitle(page: string): string {
  let count = 0;
  for (const { index } of page.matchAll(/<meta[\s/]/gi)) {
    count += 1;
    if (count > mostMetas) return '';
    const tag = page.slice(index, index + longestTag);
    if (
      !/\b(?:property|name)\s*=\s*["']?og:title["'\s>/]/i.test(tag.slice(0, tag.indexOf('>') + 1))
    )
      continue;
    const content = /\bcontent\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(tag);
    return content?.[1] ?? content?.[2] ?? content?.[3] ?? '';
  }
  return '';
}

/** In one line, its character references read; null when nothing is left. */
function clean(text: string): string | null {
  const body = parseHtml(text.slice(0, longestTag).replaceAll('<', '&lt;'));
  const title = (body ? plainText(body) : text).replace(/\s+/g, ' ').trim().slice(0, longestTitle);
  return title === '' ? null : title;
}
