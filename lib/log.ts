// The log: one JSON object a line, never a secret or a text that somebody wrote.
import { DrizzleQueryError } from 'drizzle-orm/errors';
import pino from 'pino';
import { env } from './env';

export const logger = pino({
  level: env().LOG_LEVEL,
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (level) => ({ level }) },
  errorKey: 'error',
  serializers: { error: describeError },
});

type ErrorDescription = {
  type: string;
  message: string;
  code?: unknown;
  stack?: string;
  cause?: ErrorDescription;
};

/** An error with what caused it, without what a query was given: those are texts of posts. */
export function describeError(error: unknown): ErrorDescription {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error) };
  return {
    type: error.name,
    message: error instanceof DrizzleQueryError ? error.query : error.message,
    ...('code' in error && { code: error.code }),
    stack: error.stack?.match(/^ +at .*$/gm)?.join('\n'),
    ...(error.cause !== undefined && { cause: describeError(error.cause) }),
  };
}
