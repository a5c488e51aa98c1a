// `npm run rerender [-- --all]`: renders again what an older renderer made.
import { rerenderPosts } from '../posts/rerender';
import { rerenderDescriptions } from '../posts/rerender-descriptions';
import { readArguments } from './arguments';
import { prepareDatabase, withPool } from './command-database';
import { loadEnvironment } from './environment';

const usage = 'Usage: npm run rerender [-- --all]';

export async function rerender(args: string[]): Promise<void> {
  const { values } = readArguments(
    { args, options: { all: { type: 'boolean', default: false } } },
    usage,
  );
  const env = loadEnvironment();
  const database = await prepareDatabase(env, console.log);
  try {
    const onProgress = (done: number) => console.log(`${done} posts`);
    const count = await withPool(
      database.directUrl,
      async (pool) => ({
        posts: await rerenderPosts({ all: values.all, onProgress }, pool.database),
        descriptions: await rerenderDescriptions(pool.database),
      }),
      { prepare: env.DATABASE_PREPARE },
    );
    console.log(
      count.posts === 0 ? 'Every post is up to date.' : `Rendered ${count.posts} posts again.`,
    );
    if (count.descriptions > 0)
      console.log(`Rendered ${count.descriptions} descriptions of tags and series again.`);
  } finally {
    await database.release();
  }
}
