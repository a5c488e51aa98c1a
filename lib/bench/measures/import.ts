// How long it takes to bring a whole archive in, and how much memory.
import { sql } from 'drizzle-orm';
import type { Database } from '../../db/client';
import type { PostKind } from '../../posts/kinds';
import { startCommand, watchToEnd } from '../children';
import type { Cleanup } from '../cleanup';
import type { Finding } from '../measure';
import { median } from '../statistics';
import { megabytes, milliseconds, seconds, whole } from '../table';

const limits = { seconds: 120, bytes: 500 * 1024 ** 2 };

/** Imports an archive into an empty database, as the command line does. */
export async function measureImport(
  archive: string,
  { databaseUrl, database, cleanup }: { databaseUrl: string; database: Database; cleanup: Cleanup },
): Promise<Finding> {
  const child = startCommand(['import', archive], { DATABASE_URL: databaseUrl }, cleanup);
  const { code, ms, peakBytes } = await watchToEnd(child);
  if (code !== 0) throw new Error(`${archive} could not be imported.`);
  const byKind = await paceByKind(database);
  const posts = byKind.reduce((sum, { count }) => sum + count, 0);
  const paces = byKind.flatMap(({ kind, msPerPost }) =>
    msPerPost === null ? [] : `${kind} ${milliseconds(msPerPost)}`,
  );
  return {
    rows: [
      {
        what: `import of ${whole(posts)} posts`,
        must: `≤ ${limits.seconds} s, memory ≤ ${megabytes(limits.bytes)}`,
        measured: `${seconds(ms / 1000)}, ${megabytes(peakBytes)}; a post: ${paces.join(', ')}`,
        isMet: ms / 1000 <= limits.seconds && peakBytes <= limits.bytes,
      },
    ],
    details: { ms, peakBytes, byKind },
  };
}

/** What is known of a kind that fits into one batch is its number alone. */
type Pace = { kind: PostKind; count: number; msPerPost: number | null };

/**
 * Milliseconds a post, by kind. All posts of a batch carry the time at which its transaction
 * began, and a batch holds one kind: from one batch of a kind to the next is what the first took.
 */
async function paceByKind(database: Database): Promise<Pace[]> {
  const batches = await database.execute<{ kind: PostKind; count: number; ms: number | null }>(sql`
    select kind, count(*)::int as count,
      1000 * extract(epoch from lead(created_at) over (partition by kind order by created_at) - created_at)::float8 as ms
    from posts group by kind, created_at order by kind, created_at`);
  const kinds = [...new Set(batches.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const ofKind = batches.filter((batch) => batch.kind === kind);
    const timed = ofKind.flatMap(({ ms, count }) => (ms === null ? [] : ms / count));
    return {
      kind,
      count: ofKind.reduce((sum, { count }) => sum + count, 0),
      msPerPost: timed.length === 0 ? null : median(timed),
    };
  });
}
