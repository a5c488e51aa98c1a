// Which public address is answered by which internal folder under app/(reading)/r. Patterns are
// strict: what is written another way never gets here, proxy.ts has redirected it.
import { monthAbbreviations } from './dates';
import { feedRewrites } from './feeds/rewrites';
import { kinds, postKinds } from './posts/kinds';

const year = '(\\d{4})';
const month = `(${monthAbbreviations.join('|')})`;
const day = '([1-9]|[12]\\d|3[01])';
const slug = '([A-Za-z0-9_-]{1,64})';
const page = '([2-9]|[1-9]\\d{1,2})';
const kind = `(${postKinds.map((one) => kinds[one].segment).join('|')})`;

type Rewrite = { source: string; destination: string };

/** In both directions: public address → internal page, and what an internal path stands for. */
export const readingRewrites: Rewrite[] = [
  { source: '/', destination: '/r/stream/1/' },
  { source: `/page/:page${page}/`, destination: '/r/stream/:page/' },
  { source: `/:year${year}/`, destination: '/r/year/:year/' },
  { source: `/:year${year}/:month${month}/`, destination: '/r/month/:year/:month/1/' },
  {
    source: `/:year${year}/:month${month}/page/:page${page}/`,
    destination: '/r/month/:year/:month/:page/',
  },
  { source: `/:year${year}/:month${month}/:day${day}/`, destination: '/r/day/:year/:month/:day/' },
  {
    source: `/:year${year}/:month${month}/:day${day}/:slug${slug}/`,
    destination: '/r/post/:year/:month/:day/:slug/',
  },
  { source: `/:kind${kind}/`, destination: '/r/kind/:kind/1/' },
  { source: `/:kind${kind}/page/:page${page}/`, destination: '/r/kind/:kind/:page/' },
  { source: '/elsewhere/:type/', destination: '/r/beats/:type/1/' },
  { source: `/elsewhere/:type/page/:page${page}/`, destination: '/r/beats/:type/:page/' },
  { source: '/tags/', destination: '/r/tags/all/' },
  { source: '/tags/:tags/', destination: '/r/tag/:tags/1/' },
  { source: `/tags/:tags/page/:page${page}/`, destination: '/r/tag/:tags/:page/' },
  { source: '/series/', destination: '/r/series-index/all/' },
  { source: '/series/:slug/', destination: '/r/series/:slug/1/' },
  { source: `/series/:slug/page/:page${page}/`, destination: '/r/series/:slug/:page/' },
  { source: '/about/', destination: '/r/about/all/' },
  ...feedRewrites,
];

/** The same for files that only machines read. */
export const machineRewrites: Rewrite[] = [
  { source: '/llms.txt', destination: '/r/llms/all' },
  { source: '/sitemap.xml', destination: '/r/sitemap/index.xml' },
  { source: '/sitemap/:file', destination: '/r/sitemap/:file' },
  { source: '/cards/:file', destination: '/r/card/:file' },
];

/**
 * Requests with a former host all go to one route, whatever their path. Next compares a host
 * without its port, so a port is looked for in the header itself.
 */
export function formerHostRewrites(hosts: readonly string[]) {
  return hosts.map((host) => {
    const [name = '', port] = host.split(':');
    const value = `${name.replace(/\.$/, '').replaceAll('.', '\\.')}\\.?`;
    return {
      source: '/:path*',
      has: [
        { type: 'host' as const, value },
        ...(port ? [{ type: 'header' as const, key: 'host', value: `.*:${port}` }] : []),
      ],
      destination: '/former-host/',
    };
  });
}

/**
 * The public path of an internal one, `/r/year/2026/` → `/2026/`; null for any other path. Those of
 * searches are not among them: lib/search/internal-path.ts.
 */
export function publicPath(pathname: string): string | null {
  const [prefix, folder, ...params] = pathname.split('/').filter(Boolean);
  if (prefix !== 'r' || folder === undefined) return null;
  const values = params.join('/');
  switch (folder) {
    case 'stream':
      return `/page/${values}/`;
    case 'year':
    case 'day':
    case 'post':
      return `/${values}/`;
    case 'month':
    case 'kind':
      return `/${params.slice(0, -1).join('/')}/page/${params.at(-1)}/`;
    case 'beats':
      return `/elsewhere/${params[0]}/page/${params[1]}/`;
    case 'tag':
      return `/tags/${params[0]}/page/${params[1]}/`;
    case 'series':
      return `/series/${params[0]}/page/${params[1]}/`;
    case 'tags':
      return '/tags/';
    case 'series-index':
      return '/series/';
    case 'about':
      return '/about/';
    case 'llms':
      return '/llms.txt';
    case 'card':
      return `/cards/${values}`;
    case 'sitemap':
      return values === 'index.xml' ? '/sitemap.xml' : `/sitemap/${values}`;
    case 'feed':
      return `/${params.slice(2).join('/')}/page/${params[1]}/`;
    default:
      return null;
  }
}
