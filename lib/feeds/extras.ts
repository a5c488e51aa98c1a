// What `?_extra=` of a JSON address may ask for besides: each allowed combination is one stored
// answer, in whatever order it is written. Pure.
import { addressPath } from '../urls';
import type { FeedAddress } from './addresses';

export const extras = ['html', 'text', 'tags', 'related', 'counts'] as const;
export type Extra = (typeof extras)[number];

export const extraParameter = '_extra';

/** The extras that are named, in their one order; null when another word is among them. */
export function parseExtras(written: string): Extra[] | null {
  const names = written.split(',').filter(Boolean);
  const known = extras.filter((extra) => names.includes(extra));
  return names.every((name) => extras.some((extra) => extra === name)) ? known : null;
}

const none = 'none';
const segmentOf = (asked: readonly Extra[]) => asked.join('-') || none;

/** The same from the segment of an internal address; null when it is none that we write. */
export function extrasOfSegment(segment: string): Extra[] | null {
  if (segment === none) return [];
  const asked = parseExtras(segment.replaceAll('-', ','));
  return asked && segmentOf(asked) === segment ? asked : null;
}

/** Where a JSON address with extras is answered: lib/feeds/rewrites.ts leads there without any. */
export function internalPath(address: FeedAddress, asked: readonly Extra[]): string {
  const { of } = address;
  const number = 'number' in of ? of.number : 1;
  const first = addressPath({ ...address, of: 'number' in of ? { ...of, number: 1 } : of });
  return `/r/feed/${segmentOf(asked)}/${number}${first.replace(/\/$/, '')}/`;
}

/** The answer to a word that is not among them, and to extras of what is no JSON. */
export function refuseExtras(): Response {
  const message = `${extraParameter} belongs to addresses of JSON and takes ${extras.join(', ')}, with commas between.\n`;
  return new Response(message, {
    status: 400,
    headers: { 'Access-Control-Allow-Origin': '*', 'Content-Type': 'text/plain; charset=utf-8' },
  });
}
