// Can this process do its work? The database answers and is at the newest migration.
import { isMigrated } from '@/lib/db/migrations';
import { logger } from '@/lib/log';

export const dynamic = 'force-dynamic';

export async function GET(): Promise<Response> {
  const { status, text } = await readiness();
  return new Response(`${text}\n`, { status, headers: { 'Cache-Control': 'no-store' } });
}

async function readiness(): Promise<{ status: number; text: string }> {
  try {
    if (await isMigrated()) return { status: 200, text: 'ok' };
    return { status: 503, text: 'The database lacks migrations: run `npm run migrate`.' };
  } catch (error) {
    logger.warn({ err: error }, 'The database does not answer.');
    return { status: 503, text: 'The database does not answer.' };
  }
}
