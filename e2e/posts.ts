// Posts of a test's own, put straight into its site's database.
import { and, eq, lte } from 'drizzle-orm';
import { withPool } from '../lib/commands/command-database';
import { posts } from '../lib/db/schema';
import type { PostInput } from '../lib/posts/input';
import { createPost } from '../lib/posts/write';
import { buildPost } from '../lib/testing/factories';
import type { Site } from './fixtures';
import { findPerson } from './people';

/** Makes posts. @returns their ids */
export async function addPosts(site: Site, inputs: PostInput[]): Promise<number[]> {
  return withPool(site.databaseUrl, async ({ database }) => {
    const ids: number[] = [];
    for (const input of inputs) ids.push((await createPost(input, database)).id);
    return ids;
  });
}

/** How many posts no server has published yet though their time has come. */
export async function countDue(databaseUrl: string): Promise<number> {
  const isDue = and(eq(posts.status, 'scheduled'), lte(posts.publishedAt, new Date()));
  return withPool(databaseUrl, ({ database }) => database.$count(posts, isDue));
}

/** The id of the person who signs in with a role. */
export async function personOf(site: Site, role: 'owner' | 'author'): Promise<number> {
  return withPool(site.databaseUrl, ({ database }) => findPerson(role, database));
}

let count = 0;

/** A word that no other test has. */
export function ownWord(): string {
  count += 1;
  return `zqown${process.pid}n${count}`;
}

/** Posts with a tag of their own, by which a test has them for itself. */
export async function addTagged(site: Site, titles: string[], over = {}) {
  const tag = ownWord();
  const ids = await addPosts(
    site,
    titles.map((title) =>
      buildPost('entry', {
        title,
        slug: `${tag}-${title.toLowerCase()}`.slice(0, 64),
        tags: [tag],
        ...over,
      }),
    ),
  );
  return { tag, ids, path: (title: string) => `/2026/Jan/15/${tag}-${title.toLowerCase()}/` };
}
