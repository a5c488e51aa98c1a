// Whether search finds: a post by its rarest words and by its title, a word by one that is mistyped.
import { getSearchPage } from '../../search/queries';
import { parseSearch } from '../../search/query';
import type { SearchPage } from '../../search/types';
import type { BenchContext, Finding } from '../measure';
import { mistype, type Sample, samplePosts } from '../search-samples';
import { repeatableRandom } from '../synthetic/words';
import type { Row } from '../table';

const wanted = 300;

export async function measureSearchFinds(context: BenchContext): Promise<Finding> {
  const { database, isQuick } = context;
  // Not every post has a title, or three words.
  const samples = await samplePosts((isQuick ? 20 : wanted) * 2, database);
  const limit = isQuick ? 20 : wanted;
  const rare = samples.filter(({ rare }) => rare !== null).slice(0, limit);
  const titled = samples.filter(({ title }) => title !== null).slice(0, limit);
  const find = (text: string) => search(text, database);
  const misses = { rare: [] as string[], titles: [] as string[], typos: [] as string[] };
  for (const { alike, rare: words } of rare) {
    const text = words?.join(' ') ?? '';
    const found = (await find(text)).results.slice(0, 3);
    if (!found.some(({ post }) => alike.includes(post.id))) misses.rare.push(text);
  }
  for (const sample of titled)
    if (!(await isFirst(sample, find))) misses.titles.push(sample.title?.text ?? '');
  const random = repeatableRandom(1);
  for (const { rare: words } of rare) {
    const [first = '', ...others] = words ?? [];
    const text = [mistype(first, random), ...others].join(' ');
    const { suggestion } = await find(text);
    if (suggestion?.query.text !== words?.join(' ')) misses.typos.push(`${text} (${first})`);
  }
  return {
    rows: [
      rowOf('three rare words: the post is among the first 3', rare.length, misses.rare.length, 95),
      rowOf('the exact title: the post is first', titled.length, misses.titles.length, 98),
      rowOf('one slip in three words: the right suggestion', rare.length, misses.typos.length, 90),
    ],
    details: misses,
  };
}

async function search(text: string, database: BenchContext['database']): Promise<SearchPage> {
  const { query } = parseSearch(new URLSearchParams({ q: text }));
  const page = await getSearchPage(query, new Date(), database);
  if (page === null) throw new Error(`A search took too long: ${text}`);
  return page;
}

/** Whether a post, or another one called the same, is the first to be found by its title. */
async function isFirst({ id, title }: Sample, find: (text: string) => Promise<SearchPage>) {
  if (title === null) return false;
  const { results } = await find(title.text);
  const [first] = results;
  return first?.post.id === id || first?.post.displayTitle === title.text;
}

function rowOf(what: string, count: number, missed: number, leastPercent: number): Row {
  const percent = count === 0 ? 0 : (100 * (count - missed)) / count;
  return {
    what: `search finds: ${what}`,
    must: `≥ ${leastPercent} %`,
    measured: `${percent.toFixed(1)} % of ${count}`,
    isMet: percent >= leastPercent,
  };
}
