// The frame of the routes that an open editor calls: who, may they, is it well formed, do it. What
// goes wrong is answered as JSON, and the browser keeps the text.
import type { z } from 'zod';
import type { Actor } from '../auth/actor';
import { actorOfRequest } from '../auth/route-actor';
import { isUnreachable } from '../db/unreachable';
import { logger } from '../log';
import { readBody } from '../request-body';
import { orUnavailable } from '../unavailable';
import type { EditorFailure } from './editing';

/** The longest text of a post, however it is written, and the rest of its form. */
const mostBytes = 4 * 1024 * 1024;

/** Longer than lib/links waits for a page. */
const waitForOthersMs = 15_000;

const failures = {
  forbidden: { status: 403, message: 'This post belongs to somebody else.' },
  'too-large': { status: 413, message: 'This text is too long to be stored: 4 MB is the most.' },
  malformed: { status: 400, message: 'The server did not understand the editor: reload the page.' },
  failed: { status: 500, message: 'The server could not do it, and its log says why.' },
} as const;

/** A failure as the editor expects it. */
export function fail(error: keyof typeof failures): Response {
  const { status, message } = failures[error];
  return Response.json({ error, message } satisfies EditorFailure, { status });
}

type Route = (request: Request) => Promise<Response>;
type Run<Schema extends z.ZodType> = (input: z.output<Schema>, actor: Actor) => Promise<Response>;

/** A route that takes JSON. */
export function jsonRoute<Schema extends z.ZodType>(schema: Schema, run: Run<Schema>): Route {
  return route(schema, readJson, run);
}

/** A route that takes a query, and may ask other machines. */
export function queryRoute<Schema extends z.ZodType>(schema: Schema, run: Run<Schema>): Route {
  const read = async ({ url }: Request) => Object.fromEntries(new URL(url).searchParams);
  return route(schema, read, run, waitForOthersMs);
}

function route<Schema extends z.ZodType>(
  schema: Schema,
  read: (request: Request) => Promise<unknown>,
  run: Run<Schema>,
  waitMs?: number,
): Route {
  const answer = async (request: Request): Promise<Response> => {
    const actor = await actorOfRequest(request, 'post:create');
    if (actor instanceof Response) return actor;
    const given = await read(request);
    if (given instanceof Response) return given;
    const parsed = schema.safeParse(given);
    return parsed.success ? run(parsed.data, actor) : fail('malformed');
  };
  return (request) => orUnavailable(() => logged(() => answer(request)), waitMs);
}

/** The JSON of a request, or the answer to one that has none. */
async function readJson(request: Request): Promise<unknown> {
  const body = await readBody(request, mostBytes);
  if (!body.ok) return fail('too-large');
  try {
    return JSON.parse(body.text);
  } catch (error) {
    if (error instanceof SyntaxError) return fail('malformed');
    throw error;
  }
}

/** What nobody has foreseen is logged and answered; a database that is away is not our failure. */
async function logged(answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer();
  } catch (error) {
    if (isUnreachable(error)) throw error;
    logger.error({ error }, 'A request of the editor failed.');
    return fail('failed');
  }
}
