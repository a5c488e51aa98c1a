// What went wrong outside of this program, in a sentence that says what to do about it. Everything
// else is a fault of the program and keeps its stack.
import { DrizzleQueryError } from 'drizzle-orm/errors';

/** Codes of Node.js and of the driver when nothing, or nothing that is ready, is at the address. */
const unreachable = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'CONNECT_TIMEOUT',
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'CONNECTION_ENDED',
  // Of Postgres: too many connections, shutting down, crashed, starting up.
  '53300',
  '57P01',
  '57P02',
  '57P03',
]);

/** A sentence about a database that cannot be used; null when the error is something else. */
export function databaseMistake(error: unknown): string | null {
  const cause = error instanceof DrizzleQueryError ? error.cause : error;
  if (!(cause instanceof Error) || !('code' in cause) || typeof cause.code !== 'string')
    return null;
  const words = wordsOf(cause);
  if (unreachable.has(cause.code))
    return `The database cannot be reached (${words}): see that it runs and that DATABASE_URL names it.`;
  switch (cause.code) {
    case '28000':
    case '28P01':
      return `The database does not let its user in (${words}): correct user and password in DATABASE_URL.`;
    case '3D000':
      return `There is no such database (${words}): make it with createdb, or correct its name in DATABASE_URL.`;
    case '42501':
      return `The database refuses its user a right (${words}): make that user its owner, with "alter database NAME owner to USER" or createdb --owner.`;
    default:
      return null;
  }
}

/** What an error says; one for several addresses says it of each. */
function wordsOf(error: Error): string {
  if (error instanceof AggregateError && error.message === '')
    return error.errors.map((one) => (one instanceof Error ? one.message : String(one))).join(', ');
  return error.message;
}
