// Brings a picture that lies elsewhere into the library, for an author who asks for it. Only
// machines of the public net are asked (lib/links/guarded-agent.ts), and what comes is a picture by
// its content or is not taken.
import { fetch, type Response } from 'undici';
import type { Database } from '../db/client';
import { type AddressRule, guardedAgent, RefusedAddress } from '../links/guarded-agent';
import { isPublicAddress } from '../links/public-address';
import { refusals, UploadRefused } from './accept';
import { identify } from './identify';
import { type ReceivedFile, receive } from './receive';
import type { Storage } from './storage';
import { type Taken, takeIn } from './take-in';
import { kindOfType } from './types';

const mostRedirects = 5;
const timeoutMs = 60_000;

type FetchOptions = {
  storage: Storage;
  db: Database;
  personId: number;
  mostBytes: number;
  isAllowed?: AddressRule;
  timeoutMs?: number;
};

/**
 * Fetches a picture and takes it in.
 * @throws {UploadRefused} with a sentence
 */
export async function fetchPicture(url: string, options: FetchOptions): Promise<Taken> {
  const agent = guardedAgent(options.isAllowed ?? isPublicAddress);
  const signal = AbortSignal.timeout(options.timeoutMs ?? timeoutMs);
  try {
    const { response, address } = await follow(url, (next) =>
      fetch(next, { dispatcher: agent, signal, redirect: 'manual', headers }),
    );
    return await takePicture(response, nameIn(address), options);
  } catch (error) {
    throw asRefusal(error);
  } finally {
    await agent.destroy();
  }
}

const headers = { accept: 'image/*', 'user-agent': 'Commonplace (picture of a post)' };

async function follow(
  url: string,
  ask: (url: string) => Promise<Response>,
): Promise<{ response: Response; address: URL }> {
  let address = checkedUrl(url);
  for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
    const response = await ask(address.href);
    const location = response.headers.get('location');
    if (response.status < 300 || response.status >= 400 || location === null)
      return { response, address };
    await response.body?.cancel();
    address = checkedUrl(location, address);
  }
  throw new UploadRefused('This address leads from redirect to redirect.');
}

function checkedUrl(url: string, base?: URL): URL {
  const address = URL.canParse(url, base) ? new URL(url, base) : null;
  if (address === null || !/^https?:$/.test(address.protocol))
    throw new UploadRefused('That is no web address.');
  return address;
}

/** What the end of an address calls a file. */
function nameIn({ pathname }: URL): string {
  const last = pathname.split('/').filter(Boolean).at(-1) ?? '';
  try {
    return decodeURIComponent(last);
  } catch (error) {
    if (error instanceof URIError) return last;
    throw error;
  }
}

async function takePicture(
  response: Response,
  name: string,
  { storage, db, personId, mostBytes }: FetchOptions,
): Promise<Taken> {
  if (!response.ok) {
    await response.body?.cancel();
    throw new UploadRefused(`The address answers ${response.status}.`);
  }
  const announced = Number(response.headers.get('content-length') ?? 0);
  if (announced > mostBytes) throw new UploadRefused(refusals.tooLarge(announced, mostBytes));
  return receive(response.body, { incoming: storage.incoming, mostBytes }, async (received) => {
    const file = await requirePicture(received, name);
    return takeIn({
      received,
      givenName: name,
      replacesId: null,
      personId,
      place: (key, as) => storage.put(key, file, as),
      storage,
      db,
    });
  });
}

/** @returns where the file lies */
async function requirePicture({ file, prefix }: ReceivedFile, name: string): Promise<string> {
  const { type } = await identify(prefix, name);
  if (kindOfType(type) !== 'picture' && !type.startsWith('image/'))
    throw new UploadRefused('There is no picture at this address.');
  if (file === null) throw new Error('A picture was received and not kept.');
  return file;
}

/** Of the machines behind an address nothing is told. */
function asRefusal(error: unknown): unknown {
  const chain: Error[] = [];
  for (let cause = error; cause instanceof Error; cause = cause.cause) chain.push(cause);
  const refused = chain.find((cause) => cause instanceof UploadRefused);
  if (refused) return refused;
  const message = sentences.find(({ isMeant }) => chain.some(isMeant))?.message;
  return message === undefined ? error : new UploadRefused(message, { cause: error });
}

/** The first that fits; what undici itself throws tells its reason further down. */
const sentences: { isMeant: (cause: Error) => boolean; message: string }[] = [
  {
    isMeant: (cause) => cause instanceof RefusedAddress,
    message: 'This server may not look there.',
  },
  {
    isMeant: ({ name }) => name === 'TimeoutError',
    message: 'The address did not answer in time.',
  },
  {
    isMeant: (cause) => cause instanceof TypeError && cause.message === 'terminated',
    message: 'The connection broke before all of it was here.',
  },
  {
    isMeant: (cause) => cause instanceof TypeError && cause.message === 'fetch failed',
    message: 'The address could not be reached.',
  },
];
