// Finds the title of a page that an author links to, by asking for the page.
import { fetch, type Response } from 'undici';
import { titleOfPage } from '../markdown/page-title';
import { decodePage } from './decode-page';
import { type AddressRule, guardedAgent, RefusedAddress } from './guarded-agent';
import { isPublicAddress } from './public-address';

const mostRedirects = 5;
const mostBytes = 1024 * 1024;
const timeoutMs = 8000;

export type FoundTitle = { title: string } | { reason: string };

type FetchOptions = { isAllowed?: AddressRule; timeoutMs?: number };

/** The title of the page at a web address, or in a sentence why there is none. */
export async function fetchTitle(
  url: string,
  { isAllowed = isPublicAddress, timeoutMs: limitMs = timeoutMs }: FetchOptions = {},
): Promise<FoundTitle> {
  const agent = guardedAgent(isAllowed);
  const signal = AbortSignal.timeout(limitMs);
  try {
    return await readTitle(url, (next) =>
      fetch(next, { dispatcher: agent, signal, redirect: 'manual', headers }),
    );
  } catch (error) {
    return { reason: reasonOf(error) };
  } finally {
    await agent.destroy();
  }
}

const headers = {
  accept: 'text/html,application/xhtml+xml',
  'user-agent': 'Commonplace (title of a linked page)',
};

/** Something about the page itself that leaves it without a title. */
class NoTitle extends Error {
  override name = 'NoTitle';
}

async function readTitle(
  url: string,
  ask: (url: string) => Promise<Response>,
): Promise<FoundTitle> {
  let asked = checkedUrl(url);
  for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
    const response = await ask(asked);
    const location = response.headers.get('location');
    if (response.status >= 300 && response.status < 400 && location !== null) {
      await response.body?.cancel();
      asked = checkedUrl(location, asked);
      continue;
    }
    return { title: await titleOf(response) };
  }
  throw new NoTitle('The page leads from redirect to redirect.');
}

/** A web address, written in full. */
function checkedUrl(url: string, base?: string): string {
  if (!URL.canParse(url, base)) throw new NoTitle('That is no web address.');
  const { protocol, href } = new URL(url, base);
  if (protocol !== 'http:' && protocol !== 'https:') throw new NoTitle('That is no web address.');
  return href;
}

async function titleOf(response: Response): Promise<string> {
  const type = response.headers.get('content-type') ?? '';
  const isPage = type === '' || /^(text\/html|application\/xhtml\+xml)\b/i.test(type);
  if (!response.ok || !isPage) await response.body?.cancel();
  if (!response.ok) throw new NoTitle(`The page answers ${response.status}.`);
  if (!isPage) throw new NoTitle(`That is not a page with a title, but ${type.split(';')[0]}.`);
  const title = titleOfPage(decodePage(await readStart(response), type));
  if (title === null) throw new NoTitle('The page has no title.');
  return title;
}

/** The first megabyte of a page, which holds its title. */
async function readStart(response: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk);
    bytes += chunk.byteLength;
    if (bytes >= mostBytes) break;
  }
  return Buffer.concat(chunks).subarray(0, mostBytes);
}

/** In a sentence; of the machines behind an address nothing is told. */
function reasonOf(error: unknown): string {
  if (error instanceof NoTitle) return error.message;
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof RefusedAddress) return 'This server may not look there.';
    if (cause.name === 'TimeoutError') return 'The page did not answer in time.';
  }
  return 'The page could not be reached.';
}
