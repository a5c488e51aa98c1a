// The first thing a server process does: with a wrong environment it ends, and says what is wrong.
// The framework would go on, and answer everything with an error.
import { EnvironmentError, env, isDevelopment, requireAuthSecret } from './env';

export function requireEnvironment(): void {
  try {
    const environment = env();
    if (!isDevelopment()) requireAuthSecret(environment);
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}
