// The author's side: how long lists, typing, publishing and merging tags take. Lists, autosaves and
// suggestions are asked of a server as a browser asks; publishing and merging are the writes themselves, with a
// server to be told of them.
import { randomUUID } from 'node:crypto';
import { dashboardUrls } from '../../dashboard-urls';
import type { Database } from '../../db/client';
import type { AutosaveAnswer, AutosaveRequest } from '../../posts/editing';
import { emptyValues } from '../../posts/form-texts';
import { postKinds } from '../../posts/kinds';
import { savePost } from '../../posts/save';
import { warmUp } from '../../posts/warm-up';
import { tagOfTwoThousand } from '../addresses';
import type { BenchContext, Finding } from '../measure';
import { startServer } from '../server';
import { cookieHeader, signInOwner } from '../sign-in';
import { type Summary, summarise } from '../statistics';
import { milliseconds, type Row, whole } from '../table';
import { timeMerges, timeSuggestions } from './tags';

const limits = {
  listMs: 100,
  listAmongManyMs: 200,
  autosaveMs: 50,
  publishMs: 150,
  suggestMs: 30,
  suggestAmongManyMs: 60,
  mergeMs: 2000,
};
/** Up to this many posts the stricter limit holds. */
const smallArchive = 20_000;
/** Paragraphs of a third of a kilobyte: a long entry, and what people publish most days. */
const longEntry = 40;
const usualPost = 8;

export async function measureAuthor(context: BenchContext): Promise<Finding> {
  const { databaseUrl, database, posts, isQuick, cleanup } = context;
  const server = await startServer(databaseUrl, cleanup);
  const { personId, ...signedIn } = await signInOwner('bench', server, database);
  const cookie = cookieHeader(signedIn.cookie);
  const { url } = server;
  const lists = await timeLists({ url, cookie, count: isQuick ? 5 : 100 });
  const autosaves = await timeAutosaves({ url, cookie, count: isQuick ? 20 : 400 });
  const suggestions = await timeSuggestions({ url, cookie }, context);
  const publishes = await timePublishing({ personId, database, count: isQuick ? 10 : 200 });
  const tags = await timeMerges(context);
  await server.stop();
  const isSmall = posts <= smallArchive;
  const suggestMs = isSmall ? limits.suggestMs : limits.suggestAmongManyMs;
  return {
    rows: [
      rowOf(
        'list of posts, all and filtered',
        lists,
        isSmall ? limits.listMs : limits.listAmongManyMs,
      ),
      rowOf('autosave of an entry of 12 KB, as its editor asks', autosaves, limits.autosaveMs),
      rowOf('publish a post of 3 KB, the server told of it', publishes, limits.publishMs),
      rowOf('tags suggested while one is typed', suggestions, suggestMs),
      rowOf(
        `merge of a tag of ${whole(tags.posts)} posts, the server told of it`,
        tags.merges,
        limits.mergeMs,
      ),
      { ...rowOf('taking such a merge back', tags.undos, limits.mergeMs), must: '–', isMet: null },
    ],
    details: { lists, autosaves, publishes, suggestions, tags },
  };
}

const rowOf = (what: string, { p50, p95, max }: Summary, mostMs: number): Row => ({
  what,
  must: `p95 ≤ ${mostMs} ms`,
  measured: `p50 ${milliseconds(p50)}, p95 ${milliseconds(p95)}, max ${milliseconds(max)}`,
  isMet: p95 <= mostMs,
});

type Asking = { url: string; cookie: string; count: number };

/** The dashboard's list of posts, as its tabs and filters lead to it. */
async function timeLists({ url, cookie, count }: Asking): Promise<Summary> {
  const queries = [{}, { status: 'draft' }, { kind: 'blogmark' }, { status: 'live', q: 'words' }];
  const times: number[] = [];
  for (let number = 0; number < count; number += 1) {
    const from = performance.now();
    const address = dashboardUrls.posts(queries[number % queries.length]);
    const response = await fetch(url + address, { headers: { cookie }, redirect: 'error' });
    await response.arrayBuffer();
    times.push(performance.now() - from);
    if (!response.ok) throw new Error(`${address} was answered ${response.status}.`);
  }
  return summarise(times);
}

/** Typing into one new entry after the other, each autosaved twenty times. */
async function timeAutosaves({ url, cookie, count }: Asking): Promise<Summary> {
  const times: number[] = [];
  let known = newEditor();
  for (let number = 1; number <= count; number += 1) {
    if (number % 20 === 1) known = newEditor();
    const body = `${text(longEntry)}\n\nTyped for the ${number}th time.`;
    const values = { ...emptyValues('entry'), title: 'As it is typed', body };
    const request: AutosaveRequest = { ...known, sequence: number, values };
    const from = performance.now();
    const response = await fetch(url + dashboardUrls.autosave(), {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify(request),
    });
    const answer: AutosaveAnswer = await response.json();
    times.push(performance.now() - from);
    if (answer.status !== 'saved')
      throw new Error(`An autosave was answered ${response.status}: ${JSON.stringify(answer)}`);
    known = { ...known, postId: answer.postId, revision: answer.revision };
  }
  return summarise(times);
}

type Doing = { personId: number; database: Database; count: number };

/** A post of each kind in turn is published under the commonest tag. */
async function timePublishing({ personId, database, count }: Doing): Promise<Summary> {
  const tag = await tagOfTwoThousand(database);
  // As the server does while its author writes.
  await warmUp();
  const times: number[] = [];
  for (let number = 0; number < count; number += 1) {
    const kind = postKinds[number % postKinds.length] ?? 'entry';
    const values = {
      ...emptyValues(kind),
      title: `Published as no. ${number}`,
      body: text(usualPost),
      tags: tag.name,
      linkUrl: 'https://example.org/',
      linkTitle: 'A page',
      source: 'Somebody',
      beatType: 'release',
    };
    const request = { ...newEditor(), kind, values, intent: 'publish' as const };
    const from = performance.now();
    const saved = await savePost(request, { personId, onlyOf: null }, database);
    times.push(performance.now() - from);
    if (saved.status !== 'saved') throw new Error(`It was not published: ${JSON.stringify(saved)}`);
  }
  return summarise(times);
}

const newEditor = () => ({
  postId: null as number | null,
  draftKey: randomUUID(),
  kind: 'entry' as const,
  editor: randomUUID(),
  revision: 0,
  baseVersion: 1,
});

const sentence =
  'Words about *something* that somebody has seen, with [a link](https://example.org/). ';
const text = (paragraphs: number) =>
  Array.from({ length: paragraphs }, () => sentence.repeat(4).trim()).join('\n\n');
