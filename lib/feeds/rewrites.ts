// Which internal route answers for feeds and the other forms of pages: extras, page number, then
// the segments of the first page's address. Extras are what `?_extra=` asks for (proxy.ts).
import { monthAbbreviations } from '../dates';
import { kinds, postKinds } from '../posts/kinds';
import { feedFormats } from './addresses';

const year = '(\\d{4})';
const month = `(${monthAbbreviations.join('|')})`;
const day = '([1-9]|[12]\\d|3[01])';
const page = '([2-9]|[1-9]\\d{1,4})';
const format = `(${feedFormats.join('|')})`;
const name = `(everything|${postKinds.map((one) => kinds[one].feed).join('|')})`;
const feedFile = `([^/]+\\.(?:${feedFormats.join('|')}))`;
const monthFile = `((?:${monthAbbreviations.join('|')})\\.json)`;
const dayFile = '((?:[1-9]|[12]\\d|3[01])\\.json)';
const postFile = '([A-Za-z0-9_-]{1,64}\\.(?:json|md))';

const internal = (number: string, path: string) => `/r/feed/none/${number}${path}/`;

/** A list: its first page ends in a slash where it has no suffix, later pages always do. */
const list = (source: string, path: string, slash: '/' | '' = '') => [
  { source: source + slash, destination: internal('1', path) },
  { source: `${source}/page/:page${page}/`, destination: internal(':page', path) },
];

export const feedRewrites = [
  { source: '/feed.json', destination: internal('1', '/json/everything') },
  ...list(`/:format${format}/:name${name}`, '/:format/:name', '/'),
  ...list(`/:format${format}/${kinds.beat.feed}/:type`, `/:format/${kinds.beat.feed}/:type`, '/'),
  ...list(`/tags/:file${feedFile}`, '/tags/:file'),
  ...list(`/series/:file${feedFile}`, '/series/:file'),
  ...list(`/:year${year}/:file${monthFile}`, '/:year/:file'),
  {
    source: `/:year${year}/:month${month}/:file${dayFile}`,
    destination: internal('1', '/:year/:month/:file'),
  },
  {
    source: `/:year${year}/:month${month}/:day${day}/:file${postFile}`,
    destination: internal('1', '/:year/:month/:day/:file'),
  },
];
