// Every page of a small site, as a reader of one server gets it.
import { parseAddress, urls } from '../../lib/urls';
import type { Server } from '../server';

export type Answer = { status: number; cache: string | null; html: string };

export async function ask(server: Server, path: string): Promise<Answer> {
  const response = await fetch(server.baseUrl + path, { redirect: 'manual' });
  const body = await response.text();
  const location = response.headers.get('location');
  return {
    status: response.status,
    cache: response.headers.get('x-nextjs-cache'),
    html: location === null ? comparable(body) : `to ${location}`,
  };
}

/**
 * A page without what may lag behind by fifteen minutes: the counts in chips, and what has become
 * related to a post. Of the head the title: the order of its elements is React's affair.
 */
function comparable(html: string): string {
  if (!html.includes('<body')) return html;
  const [title = ''] = html.match(/<title>.*?<\/title>/s) ?? [];
  return (title + html.slice(html.indexOf('<body')))
    .replace(/<section aria-labelledby="site-related">.*?<\/section>/gs, '')
    .replace(/<ul class="tag-chips">.*?<\/ul>/gs, (chips) =>
      chips.replace(/<span class="count">.*?<\/span>/gs, ''),
    );
}

/** Asks for many pages, a few at a time; the answers by path. */
export async function askAll(server: Server, paths: string[]): Promise<Map<string, Answer>> {
  const answers = new Map<string, Answer>();
  const waiting = [...paths];
  const work = async () => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift())
      answers.set(path, await ask(server, path));
  };
  await Promise.all(Array.from({ length: 6 }, work));
  return answers;
}

/**
 * The paths of all reading pages that links lead to from the front page, and of those given; of
 * intersections, which are many, only those given. Neither chance nor searches, which are not kept
 * or for a minute alone.
 */
export async function listPages(server: Server, also: string[]): Promise<string[]> {
  const found = new Set<string>();
  let fresh = ['/', '/tags/', '/series/', ...also];
  while (fresh.length > 0) {
    for (const path of fresh) found.add(path);
    const answers = await askAll(server, fresh);
    const links = [...answers.values()].flatMap(({ html }) =>
      [...html.matchAll(/<a [^>]*?href="(\/[^"#?]*)"/g)].map(([, link = '']) => link),
    );
    fresh = [...new Set(links)].filter(
      (link) => !found.has(link) && !/^\/\/|^\/assets\/|^\/search\/|^\/random\/|\+/.test(link),
    );
  }
  return [...found].flatMap((path) => [path, ...otherForms(path)]);
}

/** The same in other formats, which pages name in their heads; of tags, which are many, none. */
function otherForms(path: string): string[] {
  const address = parseAddress(path);
  if (address?.page === 'post') return [urls.feed('json', address), urls.feed('md', address)];
  if (address?.page !== 'feed' || address.of.page === 'tag') return [];
  return [urls.feed('json', address.of), urls.feed('rss', address.of)];
}
