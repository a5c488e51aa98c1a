// One run: a database of its own is filled, the parts are measured one after the other, and
// everything is put away again.
import { sql } from 'drizzle-orm';
import { isBuilt } from '../commands/build-stamp';
import { type Database, openDatabase } from '../db/client';
import { type Env, readEnv } from '../env';
import { startCommand, watchToEnd } from './children';
import { type Cleanup, putAway } from './cleanup';
import type { BenchContext, Finding } from './measure';
import { measureImport } from './measures/import';
import { type BenchOptions, type Part, parts } from './options';
import { type Disturbance, say, watchOthers } from './progress';
import type { Report } from './report';
import { requirements } from './requirements';
import { openScratchServer } from './scratch';
import { loadPosts } from './synthetic/load';
import { type Row, whole } from './table';

export async function runBench(options: BenchOptions, env: Env, cleanup: Cleanup): Promise<Report> {
  const disturbances: Disturbance[] = [];
  const watch = async (part: Part) => void disturbances.push(await watchOthers(part));
  const server = await openScratchServer(env, cleanup);
  say(server.about);
  const databaseUrl = await server.create();
  const pool = openDatabase(databaseUrl);
  cleanup.defer(() => pool.close());
  const target = { databaseUrl, database: pool.database, cleanup };
  if ('archive' in options.data) await watch('import');
  const imported = await load(options, target);
  const posts = await countPosts(pool.database);
  say(`the database holds ${whole(posts)} posts`);
  const context = { ...target, posts, isQuick: options.isQuick };
  const findings: Partial<Record<Part, Finding>> = { ...(imported && { import: imported }) };
  await ensureBuild(cleanup);
  for (const requirement of requirements) {
    if (requirement.part === null || requirement.measure === 'while loading') continue;
    const { part, measure } = requirement;
    if (!options.only.includes(part)) continue;
    say(`— ${part} —`);
    await watch(part);
    const finding = await orFailure(part, () =>
      // What a part has started ends with it: it would disturb the next.
      putAway((own) => measure({ ...context, cleanup: own }), cleanup),
    );
    for (const row of finding.rows) say(`${row.what}: ${row.measured}`);
    findings[part] = finding;
    await watch(part);
  }
  return {
    posts,
    postgres: server.about,
    isQuick: options.isQuick,
    rows: rowsOf(findings, options),
    details: Object.fromEntries(
      Object.entries(findings).map(([part, finding]) => [part, finding.details]),
    ),
    disturbances,
  };
}

async function load(
  { data }: BenchOptions,
  target: Pick<BenchContext, 'databaseUrl' | 'database' | 'cleanup'>,
): Promise<Finding | null> {
  if ('archive' in data) return measureImport(data.archive, target);
  const from = performance.now();
  await loadPosts(data.posts, target.database, (done) => say(`${whole(done)} posts made up`));
  say(`loaded in ${((performance.now() - from) / 1000).toFixed(1)} s`);
  return null;
}

async function countPosts(database: Database): Promise<number> {
  const [row] = await database.execute<{ count: number }>(
    sql`select count(*)::int as count from posts where listed_at <= now()`,
  );
  return row?.count ?? 0;
}

/** The servers' environment is their own, so the build is made for that too. */
async function ensureBuild(cleanup: Cleanup): Promise<void> {
  if (await isBuilt(readEnv({ PAGE_CACHE: 'own' }))) return;
  say('building');
  const { code } = await watchToEnd(startCommand(['build'], {}, cleanup));
  if (code !== 0) throw new Error('The build failed.');
}

/** One part that fails does not take the others with it. */
async function orFailure(part: Part, measure: () => Promise<Finding>): Promise<Finding> {
  try {
    return await measure();
  } catch (error) {
    console.error(error);
    const words = error instanceof Error ? error.message : String(error);
    return {
      rows: [{ what: part, must: '–', measured: `failed: ${words.slice(0, 200)}`, isMet: false }],
      details: { failure: words },
    };
  }
}

/** Every row in its order; of a run of some parts the rows of these alone. */
function rowsOf(findings: Partial<Record<Part, Finding>>, { only }: BenchOptions): Row[] {
  return requirements.flatMap((requirement) => {
    if (requirement.part === null) return only.length === parts.length ? requirement.rows : [];
    const { part } = requirement;
    const rows = findings[part]?.rows;
    if (rows !== undefined || !only.includes(part)) return rows ?? [];
    return [{ what: part, must: '–', measured: 'needs --archive', isMet: null }];
  });
}
