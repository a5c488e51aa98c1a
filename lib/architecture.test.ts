// The rules of the house, held by looking at every file: who may import whom, and what stands in
// one place only. An exception is a line here with its reason.
import { describe, expect, test } from 'vitest';
import { allSources, inside, offences, outside, sources } from './testing/sources';

describe('who may import whom', () => {
  test('lib knows neither app nor components', () => {
    expect(offences(inside('lib'), (from) => /^(app|components)\//.test(from))).toEqual([]);
  });

  test('components get their data by props', () => {
    const isData = (from: string) =>
      /^lib\/(.*\/)?(queries|write|drafts|run)$|^lib\/(db|env|cache|site)(\/|$)/.test(from);
    expect(
      offences(
        inside('components'),
        (from, isType) => isData(from) && !(isType && from === 'lib/site'),
      ),
    ).toEqual([]);
  });

  test('components/ui knows no domain', () => {
    expect(
      offences(
        inside('components/ui'),
        (from) => from.startsWith('lib/') || /^components\/(?!ui\/)/.test(from),
      ),
    ).toEqual([]);
  });

  test('the pure modules stay pure', () => {
    const pure =
      /^lib\/(urls|route-urls|dates|slugs|cache-tags|languages|rewrites|redirects\/match|feeds\/(addresses|atom|discovery|extras|front-matter|item|json-feed|rewrites|rss|tag-paragraph|xml)|posts\/(kinds|types|titles|front-page|input|form-fields|form-values|field-readers|merge-texts|compare-texts)|series\/window|cards\/(card|image|lines|size)|tags\/titles)\.ts$|^lib\/markdown\//;
    expect(
      offences(
        (file) => pure.test(file),
        (from) =>
          /^next(\/|$)|^react|drizzle-orm|^postgres$|^lib\/(db|env|cache)(\/|$)|^node:(fs|net|child_process)/.test(
            from,
          ),
      ),
    ).toEqual([]);
  });

  test('test helpers are for tests', () => {
    expect(
      offences(
        () => true,
        (from) => from.startsWith('lib/testing') || from.startsWith('e2e/'),
      ),
    ).toEqual([]);
  });
});

describe('one place for each', () => {
  test('Next’s cache: lib/cache.ts', () => {
    expect(offences(outside('lib/cache.ts'), (from) => from === 'next/cache')).toEqual([]);
  });

  test('the database driver: lib/db/client.ts', () => {
    expect(
      offences(
        outside('lib/db/client.ts'),
        (from) => from === 'postgres' || from.startsWith('drizzle-orm/postgres-js'),
        {
          'lib/db/migrate.ts': 'drizzle’s migrator belongs to the driver',
          'lib/db/embedded/connection.ts':
            'speaks to a server before any database of ours is on it',
          'lib/page-cache/connection.mjs': 'is loaded by Next outside our bundles',
        },
      ),
    ).toEqual([]);
  });

  test('the Markdown stack: lib/markdown', () => {
    const isMarkdown = (from: string) =>
      /^(unified|remark|rehype|mdast|hast|shiki|unist)/.test(from);
    expect(offences(outside('lib/markdown/'), isMarkdown)).toEqual([]);
  });

  test('the environment: lib/env.ts', () => {
    const exceptions: Record<string, string> = {
      'lib/env.ts': 'the place',
      'lib/commands/next.ts': 'hands the environment on to a child',
      'lib/commands/stop-signal.ts': 'asks whether npm has started it',
      'instrumentation.ts': 'a constant that Next fills in when it builds',
      'lib/db/embedded/account.ts': 'chooses what Postgres may see of it',
    };
    const found = sources.filter(
      ({ file, text }) => !(file in exceptions) && /process\.env\b/.test(text),
    );
    expect(found.map(({ file }) => file)).toEqual([]);
  });

  test('no writes beside each other in a transaction: see lib/db/client.ts', () => {
    const together =
      /Promise\.all\((?:(?!\]\);|\n +\);)[\s\S])*?\btx\s*\.(?:insert|update|delete)\(/;
    expect(sources.filter(({ text }) => together.test(text)).map(({ file }) => file)).toEqual([]);
  });

  test('addresses of reading pages: lib/urls.ts', () => {
    const literal = /(?:href|action)="\/(?!\/)|(?:redirect|push)\(\s*['"`]\/|href=\{`\//;
    const found = sources.filter(
      ({ file, text }) => /^(app|components)\//.test(file) && literal.test(text),
    );
    expect(found.map(({ file }) => file)).toEqual([
      // Knows nothing but the front page: a build has no settings.
      'app/not-found.tsx',
    ]);
  });
});

describe('the shape of files', () => {
  test('no barrels, no drawers for odds and ends', () => {
    const isDrawer = (file: string) =>
      /(^|\/)(index|utils?|helpers?|misc|common)\.(ts|tsx)$/.test(file);
    expect(allSources.map(({ file }) => file).filter(isDrawer)).toEqual([]);
  });

  test('at most 250 lines', () => {
    const exceptions: Record<string, string> = {
      'lib/db/schema.ts': 'the tables, told in one piece',
    };
    const long = allSources.filter(
      ({ file, text }) => !(file in exceptions) && text.split('\n').length > 251,
    );
    expect(long.map(({ file, text }) => `${file}: ${text.split('\n').length}`)).toEqual([]);
  });

  test('every module of lib says what it decides', () => {
    const silent = sources.filter(
      ({ file, text }) => file.startsWith('lib/') && !/^(\/\/|\/\*\*)/.test(text),
    );
    expect(silent.map(({ file }) => file)).toEqual([]);
  });
});
