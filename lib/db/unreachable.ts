// Tells a database that is away from a query that is wrong.

/** The driver's codes for connections, the system's, and Postgres' while it starts or stops. */
const codes = /^(CONNECT|CONNECTION_|ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|57P0[123]$)/;

/** Whether an error, or what caused it, says that Postgres cannot be reached. */
export function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && codes.test(String(error.code))) return true;
  if (error instanceof AggregateError && error.errors.some(isUnreachable)) return true;
  return isUnreachable(error.cause);
}
