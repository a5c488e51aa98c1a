// The rules of the author's side, held by looking at every file and by calling every action: nothing
// there is open to anybody who is not signed in.
import { describe, expect, test } from 'vitest';
import { type FormAction, idle } from '../actions';
import { actionWorld } from '../testing/actions';
import { offences, outside, sources } from '../testing/sources';

const world = actionWorld();

describe('the author’s side', () => {
  /** Actions for people who are not signed in, or about to leave. */
  const open: Record<string, string> = {
    signIn: 'is how one gets in',
    signInWithGithub: 'is how one gets in',
    enterByLink: 'asks for the secret of a link',
    signOut: 'does nothing for others',
    signOutEverywhere: 'does nothing for others',
  };

  /** Whether a name is the frame of actions, or a function of the file that uses it. */
  const isFrame = (name: string, text: string) =>
    name === 'authorAction' ||
    new RegExp(`(?:const|function) ${name}\\b[^;]*?authorAction\\(`, 's').test(text);

  const withActions = sources.filter(({ text }) => /^'use server';$/m.test(text));

  test('actions stand in lib/NOUN/actions.ts', () => {
    const elsewhere = withActions.filter(
      ({ file }) => !/^lib\/[a-z-]+\/([a-z]+-)?actions\.ts$/.test(file),
    );
    expect(elsewhere.map(({ file }) => file)).toEqual([]);
    const inside = sources.filter(({ text }) => /^\s+['"]use server['"]/m.test(text));
    expect(inside.map(({ file }) => file)).toEqual([]);
  });

  test('files with actions export nothing else: every export can be called by anybody', () => {
    const unwrapped = withActions.flatMap(({ file, text }) =>
      [...text.matchAll(/^export (?!type\b)(.*)$/gm)]
        .map((match) => match[1] ?? '')
        .filter((declared) => {
          const [, name = '', frame = ''] = /^const (\w+) = (\w+)[(<]/.exec(declared) ?? [];
          const opened = /^async function (\w+)/.exec(declared)?.[1] ?? '';
          return file === 'lib/auth/actions.ts' && opened in open
            ? false
            : name === '' || !isFrame(frame, text);
        })
        .map((declared) => `${file}: ${declared}`),
    );
    expect(unwrapped).toEqual([]);
  });

  test('every page of the dashboard asks who is there', () => {
    const pages = sources.filter(({ file }) => /^app\/dashboard\/.*page\.tsx$/.test(file));
    const asking = /\bawait require(?:Actor|Permission)\(|\brequire(?:Actor|Permission)\(\),/;
    expect(pages.filter(({ text }) => !asking.test(text)).map(({ file }) => file)).toEqual([]);
  });

  test('no title is made before it is known who asks: it is in every answer', () => {
    const titled = sources.filter(
      ({ file, text }) =>
        /^app\/dashboard\/.*\.tsx$/.test(file) && text.includes('function generateMetadata'),
    );
    const careless = titled.filter(
      ({ text }) =>
        !/function generateMetadata\([^{]*\{[^{]*\{\s+(\/\/.*\s+)*await require(Actor|Permission)\(/.test(
          text,
        ),
    );
    expect(titled).not.toEqual([]);
    expect(careless.map(({ file }) => file)).toEqual([]);
  });

  test('the library of signing in: lib/auth', () => {
    expect(offences(outside('lib/auth/'), (from) => /^(next-auth|@auth)\b/.test(from))).toEqual([]);
  });

  test.each(
    withActions.filter(({ file }) => file !== 'lib/auth/actions.ts').map(({ file }) => file),
  )('every action of %s refuses who is not signed in', async (file) => {
    const actions: Record<string, unknown> = await import(/* @vite-ignore */ `../../${file}`);
    expect(Object.keys(actions)).not.toEqual([]);
    for (const [name, action] of Object.entries(actions)) {
      if (typeof action !== 'function') throw new Error(`${name} is no action.`);
      const answer = await world.within('anonymous', () => action(idle, new FormData()));
      expect([name, answer]).toEqual([
        name,
        { status: 'error', message: expect.stringMatching(/^You are signed out/) },
      ]);
    }
  });

  /** Where an author may call everything, or this: which posts and files, the tests there tell. */
  const forAuthors: Record<string, string[] | 'everything'> = {
    'lib/media/actions.ts': 'everything',
    'lib/people/actions.ts': ['changeAccount', 'changePassword', 'endDevice', 'endOtherDevices'],
    'lib/posts/actions.ts': 'everything',
    'lib/posts/form-actions.ts': 'everything',
    'lib/posts/list-actions.ts': 'everything',
  };

  test.each(
    withActions.filter(({ file }) => file !== 'lib/auth/actions.ts').map(({ file }) => file),
  )('of %s an author may call what is not for owners alone', async (file) => {
    const actions: Record<string, unknown> = await import(/* @vite-ignore */ `../../${file}`);
    const allowed: string[] = [];
    for (const [name, action] of Object.entries(actions)) {
      if (typeof action !== 'function') throw new Error(`${name} is no action.`);
      const call: FormAction = async (state, form) => action(state, form);
      const answer = await world.call('author', call);
      if (!('message' in answer && /^You may not do that/.test(answer.message))) allowed.push(name);
    }
    const expected = forAuthors[file] ?? [];
    expect(allowed.sort()).toEqual(
      expected === 'everything' ? Object.keys(actions).sort() : expected,
    );
  });

  const openRoutes: Record<string, string> = {
    'app/api/auth/[...nextauth]/route.ts': 'is the way back from GitHub',
    'app/api/publish-due/route.ts': 'asks for the secret of a cron job',
    'app/api/manifest/route.ts': 'says what every reading page says',
  };
  const routes = sources
    .map(({ file }) => file)
    .filter((file) => /^app\/api\/.*route\.ts$/.test(file) && !(file in openRoutes));

  test.each(routes)('%s refuses who is not signed in', async (file) => {
    const handlers: Record<string, unknown> = await import(/* @vite-ignore */ `../../${file}`);
    for (const [method, handle] of Object.entries(handlers)) {
      if (typeof handle !== 'function') continue;
      const request = new Request('http://localhost:3000/api/', { method });
      const answer: Response = await world.within('anonymous', () =>
        handle(request, { params: Promise.resolve({}) }),
      );
      expect([method, answer.status]).toEqual([method, 401]);
    }
  });
});
