// Calls server actions as somebody: anonymous, an author, an owner. The request is a real one to
// the framework (its own storage, with a real sealed cookie); only the network is missing.
import { workAsyncStorage } from 'next/dist/server/app-render/work-async-storage.external';
import { workUnitAsyncStorage } from 'next/dist/server/app-render/work-unit-async-storage.external';
import { RequestCookies } from 'next/dist/server/web/spec-extension/cookies';
import { afterAll, beforeAll } from 'vitest';
import { type ActionState, type FormAction, idle } from '../actions';
import type { Role } from '../auth/actor';
import { startSession } from '../auth/sessions';
import { cookieName, sealToken } from '../auth/token';
import { type Database, type DatabasePool, openDatabase } from '../db/client';
import { people } from '../db/schema';
import { authSecret, env } from '../env';
import { testDatabase } from './database';

/** Whoever may call an action. */
export const callers = ['anonymous', 'author', 'owner'] as const;
export type Caller = (typeof callers)[number];

export type ActionWorld = {
  db: () => Database;
  /** Id of the person behind a caller. */
  personId: (role: Role) => number;
  /**
   * Runs an action as somebody, with the texts of a form.
   * @returns its answer; what it redirects to is thrown, as the framework throws it
   */
  call: <Data>(
    caller: Caller,
    action: FormAction<Data>,
    form?: Record<string, string> | FormData,
  ) => Promise<ActionState<Data>>;
  /** Runs anything as somebody, with a request's headers: a page's question, a route's answer. */
  within: <Result>(
    caller: Caller,
    work: () => Promise<Result>,
    headers?: Record<string, string>,
  ) => Promise<Result>;
};

/** What this process's `database()` is, for a test file (lib/db/client.ts). */
const shared = globalThis as typeof globalThis & { commonplaceDatabase?: DatabasePool };

/**
 * A database with an owner and an author, and a way to call actions as them. Once at the top of a
 * test file, instead of `testDatabase()`.
 */
export function actionWorld(): ActionWorld {
  const { db, url } = testDatabase();
  const ids = new Map<Role, number>();
  const cookies = new Map<Caller, string>();
  beforeAll(async () => {
    shared.commonplaceDatabase = openDatabase(url(), { max: 4 });
    for (const role of ['owner', 'author'] as const) {
      const [person] = await db()
        .insert(people)
        .values({ name: role, slug: role, email: `${role}@example.org`, role })
        .returning({ id: people.id });
      const personId = person?.id ?? 0;
      ids.set(role, personId);
      cookies.set(role, await sessionCookie(personId, db()));
    }
  });
  afterAll(async () => {
    await shared.commonplaceDatabase?.close();
    shared.commonplaceDatabase = undefined;
  });
  const within: ActionWorld['within'] = (caller, work, headers = {}) =>
    inRequest({ ...headers, cookie: cookies.get(caller) ?? '' }, work);
  return {
    db,
    personId: (role) => ids.get(role) ?? 0,
    within,
    call: (caller, action, form = {}) =>
      within(caller, () => action(idle, form instanceof FormData ? form : formOf(form))),
  };
}

async function sessionCookie(personId: number, db: Database): Promise<string> {
  const session = await startSession({ personId, userAgent: 'a test' }, db);
  const { SITE_URL } = env();
  return `${cookieName(SITE_URL)}=${await sealToken(session, authSecret(), SITE_URL)}`;
}

export function formOf(texts: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, text] of Object.entries(texts)) form.set(name, text);
  return form;
}

/** As much of a request as actions and pages ask the framework about. */
function inRequest<Result>(
  headers: Record<string, string>,
  work: () => Promise<Result>,
): Promise<Result> {
  const sent = new Headers(headers);
  const cookies = new RequestCookies(sent);
  const request = {
    type: 'request',
    phase: 'action',
    headers: sent,
    cookies,
    mutableCookies: cookies,
    userspaceMutableCookies: cookies,
  };
  const page = { route: '/test', page: '/test/page', forceStatic: false };
  // The stores hold much more than these tests need.
  return workAsyncStorage.run(page as never, () =>
    workUnitAsyncStorage.run(request as never, work),
  );
}
