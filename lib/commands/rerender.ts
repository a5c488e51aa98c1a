// `npm run rerender [-- --all]`: renders again what an older renderer made.
import { parseArgs } from 'node:util';
import { rerenderPosts } from '../posts/rerender';
import { prepareDatabase, withPool } from './command-database';
import { loadEnvironment } from './environment';

export async function rerender(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { all: { type: 'boolean', default: false } } });
  const database = await prepareDatabase(loadEnvironment(), console.log);
  try {
    const count = await withPool(database.url, (pool) =>
      rerenderPosts(
        { all: values.all, onProgress: (done) => console.log(`${done} posts`) },
        pool.database,
      ),
    );
    console.log(count === 0 ? 'Every post is up to date.' : `Rendered ${count} posts again.`);
  } finally {
    await database.release();
  }
}
