// The environment: read and checked here and nowhere else (contract section 8).
// A wrong value stops the start with a sentence that names the variable.
import { createHash } from 'node:crypto';
import path from 'node:path';
import { z } from 'zod';

const blankIsUnset = (value: unknown) => (value === '' ? undefined : value);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blankIsUnset, schema.optional());
const withDefault = <T extends z.ZodType>(schema: T, fallback: z.input<T>) =>
  z.preprocess((value) => blankIsUnset(value) ?? fallback, schema);

const integer = (minimum: number, maximum: number) =>
  z.coerce
    .number(`must be a whole number from ${minimum} to ${maximum}`)
    .int(`must be a whole number from ${minimum} to ${maximum}`)
    .min(minimum, `must be a whole number from ${minimum} to ${maximum}`)
    .max(maximum, `must be a whole number from ${minimum} to ${maximum}`);

const httpOrigin = z
  .url({
    protocol: /^https?$/,
    error: 'must be an address such as https://example.org',
    abort: true,
  })
  .refine((value) => new URL(value).pathname === '/' && new URL(value).search === '', {
    error: 'must be an origin without a path, such as https://example.org',
  })
  .transform((value) => new URL(value).origin);

const postgresUrl = z.url({
  protocol: /^postgres(ql)?$/,
  error: 'must be an address such as postgres://user:password@host:5432/name',
});

const hostList = z
  .string()
  .transform((value) =>
    value
      .split(',')
      .map((host) => host.trim().toLowerCase())
      .filter(Boolean),
  )
  .refine((hosts) => hosts.every((host) => /^[a-z0-9.-]+(:\d+)?$/.test(host)), {
    error: 'must be host names separated by commas, such as www.example.org,blog.example.org',
  });

const secret = z.string().min(16, 'must have at least 16 characters');

/** Every variable that Commonplace reads, with its check. README's table is tested against it. */
export const variables = {
  PORT: withDefault(integer(1, 65535), 3000),
  SITE_URL: optional(httpOrigin),
  DATABASE_URL: optional(postgresUrl),
  DATABASE_URL_UNPOOLED: optional(postgresUrl),
  DATABASE_POOL_MAX: optional(integer(1, 500)),
  DATABASE_PREPARE: withDefault(
    z.enum(['true', 'false'], 'must be true or false').transform((value) => value === 'true'),
    'true',
  ),
  PAGE_CACHE: optional(z.enum(['own', 'platform'], 'must be own or platform')),
  FORMER_HOSTS: withDefault(hostList, ''),
  TRUSTED_PROXIES: withDefault(integer(0, 10), 0),
  LOG_LEVEL: withDefault(
    z.enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
      'must be one of fatal, error, warn, info, debug, trace, silent',
    ),
    'info',
  ),
  DATA_DIR: withDefault(
    z.string().transform((directory) => path.resolve(directory)),
    './.data',
  ),
  AUTH_SECRET: optional(secret),
  // A header carries it.
  CRON_SECRET: optional(secret.regex(/^\S*$/, 'must have no spaces in it')),
  OWNER_EMAIL: optional(z.email('must be an e-mail address')),
  OWNER_PASSWORD: optional(z.string().min(10, 'must have at least 10 characters')),
  S3_ENDPOINT: optional(httpOrigin),
  S3_REGION: optional(z.string()),
  S3_BUCKET: optional(z.string()),
  S3_ACCESS_KEY_ID: optional(z.string()),
  S3_SECRET_ACCESS_KEY: optional(z.string()),
  MEDIA_URL: optional(z.url('must be an address such as https://media.example.org')),
  AUTH_GITHUB_ID: optional(z.string()),
  AUTH_GITHUB_SECRET: optional(z.string()),
  CLOUDFLARE_ZONE_ID: optional(z.string()),
  CLOUDFLARE_API_TOKEN: optional(z.string()),
  PURGE_URL: optional(z.url('must be an address such as http://127.0.0.1:6081')),
  VERCEL: optional(z.string()),
  VERCEL_ENV: optional(z.string()),
};

/** Variables that only make sense together: some but not all of a group is an error. */
const groups: (keyof typeof variables)[][] = [
  ['OWNER_EMAIL', 'OWNER_PASSWORD'],
  ['S3_ENDPOINT', 'S3_REGION', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'],
  ['AUTH_GITHUB_ID', 'AUTH_GITHUB_SECRET'],
  ['CLOUDFLARE_ZONE_ID', 'CLOUDFLARE_API_TOKEN'],
];

const environment = z.object(variables).superRefine((values, context) => {
  for (const group of groups) {
    const missing = group.filter((name) => values[name] === undefined);
    if (missing.length === 0 || missing.length === group.length) continue;
    const given = group.filter((name) => values[name] !== undefined);
    for (const name of missing)
      context.addIssue({
        code: 'custom',
        path: [name],
        message: `is missing: it belongs to ${given.join(', ')}`,
      });
  }
});

export type Env = Omit<z.infer<typeof environment>, 'SITE_URL' | 'PAGE_CACHE'> & {
  SITE_URL: string;
  PAGE_CACHE: 'own' | 'platform';
  /** True on Vercel, where the platform keeps pages and no disk survives a request. */
  isVercel: boolean;
  /** A deployment to look at, which no search engine is to know. */
  isPreview: boolean;
};

/** A wrong environment, said in sentences that name each variable. */
export class EnvironmentError extends Error {
  override name = 'EnvironmentError';
}

/**
 * Checks an environment.
 * @throws {EnvironmentError} with one line for each wrong variable
 */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const result = environment.safeParse(source);
  if (!result.success) {
    const lines = result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`);
    throw new EnvironmentError(lines.join('\n'));
  }
  const values = result.data;
  const isVercel = values.VERCEL !== undefined;
  return {
    ...values,
    isVercel,
    isPreview: values.VERCEL_ENV === 'preview',
    SITE_URL: values.SITE_URL ?? `http://localhost:${values.PORT}`,
    PAGE_CACHE: values.PAGE_CACHE ?? (isVercel ? 'platform' : 'own'),
  };
}

/**
 * Every server on a Postgres has to read what the others have sealed, so none makes a secret of its
 * own. `npm start` makes one for the database that comes along.
 * @throws {EnvironmentError} when there is a DATABASE_URL and no AUTH_SECRET
 */
export function requireAuthSecret({ DATABASE_URL, AUTH_SECRET }: Env): void {
  if (DATABASE_URL === undefined || AUTH_SECRET !== undefined) return;
  throw new EnvironmentError(
    'AUTH_SECRET is missing: with DATABASE_URL, every server needs the same one. Make it with: openssl rand -base64 32',
  );
}

/**
 * Gives Next the key that seals what server actions carry, the same in every process that has the
 * same AUTH_SECRET, whoever built it. A key in the environment stays.
 */
export function provideServerActionKey(authSecret: string): void {
  process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ??= createHash('sha256')
    .update(`server actions ${authSecret}`)
    .digest('base64');
}

/** Tells the sign-in library where the site is: behind a proxy, requests do not. */
export function provideAuthUrl(siteUrl: string): void {
  process.env.AUTH_URL = siteUrl;
}

/** Whether this is `npm run dev`, where pages carry the framework's tools. */
export const isDevelopment = () => process.env.NODE_ENV === 'development';

let checked: Env | undefined;

/** The checked environment of this process; read on first use, so that importing needs none. */
export function env(): Env {
  checked ??= readEnv();
  return checked;
}

/**
 * The secret that seals what browsers carry.
 * @throws when there is none: `npm start` makes one
 */
export function authSecret(): string {
  const { AUTH_SECRET } = env();
  if (AUTH_SECRET === undefined)
    throw new Error('AUTH_SECRET is not set. `npm start` and `npm run dev` make one.');
  return AUTH_SECRET;
}
