// The secrets that a server needs and nobody has set: made once and kept in DATA_DIR.
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { Env } from '../env';
import { CommandError } from './environment';

const names = ['AUTH_SECRET', 'CRON_SECRET'] as const;
type Secrets = Record<(typeof names)[number], string>;

const stored = z.object({ AUTH_SECRET: z.string().optional(), CRON_SECRET: z.string().optional() });

/**
 * The secrets from the environment, else from `DATA_DIR/secrets.json`, made there if need be.
 * @throws {CommandError} when the file is damaged, or cannot be read or written
 */
export async function ensureSecrets(env: Env): Promise<Secrets> {
  const file = path.join(env.DATA_DIR, 'secrets.json');
  try {
    return await readOrMake(file, env);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError)
      throw new CommandError(
        `${file} is damaged: put it back from a backup, or delete it for new secrets.`,
      );
    if (error instanceof Error && 'code' in error)
      throw new CommandError(
        `${file} cannot be used (${error.message}): start Commonplace as the user who owns that folder, or name another one in DATA_DIR.`,
      );
    throw error;
  }
}

async function readOrMake(file: string, env: Env): Promise<Secrets> {
  const kept = stored.parse(JSON.parse(await readIfThere(file)));
  const missing = names.filter((name) => env[name] === undefined && kept[name] === undefined);
  for (const name of missing) kept[name] = randomBytes(32).toString('base64url');
  if (missing.length > 0) {
    await mkdir(env.DATA_DIR, { recursive: true });
    await writeFile(file, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 });
  }
  return Object.fromEntries(names.map((name) => [name, env[name] ?? kept[name]])) as Secrets;
}

async function readIfThere(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '{}';
    throw error;
  }
}
