// `npm run migrate`: brings the database to the newest schema.
import { prepareDatabase } from './command-database';
import { loadEnvironment } from './environment';

export async function migrate(): Promise<void> {
  const database = await prepareDatabase(loadEnvironment(), console.log);
  await database.release();
  console.log('The database is at the newest schema.');
}
