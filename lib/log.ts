// The log: one JSON object a line, never a secret or a text that somebody wrote.
import pino from 'pino';
import { env } from './env';

export const logger = pino({
  level: env().LOG_LEVEL,
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (level) => ({ level }) },
});
