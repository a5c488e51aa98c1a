// For `npx drizzle-kit generate --config drizzle/drizzle.config.ts` after a change of lib/db/schema.ts.
import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  schema: './lib/db/schema.ts',
  out: './drizzle',
});
