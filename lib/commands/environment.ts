// What every command begins with: the `.env` files, the checked environment, and a last word for
// failures that a person can mend.
import nextEnv from '@next/env';
import { type Env, EnvironmentError, readEnv } from '../env';
import { databaseMistake } from './mistakes';

/** Loads `.env` files the way Next does, and checks the environment. */
export function loadEnvironment({ dev = false } = {}): Env {
  nextEnv.loadEnvConfig(process.cwd(), dev, { info: () => {}, error: console.error });
  return readEnv();
}

/** A failure whose message tells a person what to do; shown without a stack. */
export class CommandError extends Error {
  override name = 'CommandError';
}

/** Runs a command to its end and sets the exit code. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    const isForPeople = error instanceof CommandError || error instanceof EnvironmentError;
    const words = isForPeople ? error.message : databaseMistake(error);
    if (words === null) console.error(error);
    else if (words !== '') console.error(words);
    process.exitCode = 1;
  }
}
