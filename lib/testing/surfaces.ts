// Every public page there is. The tests of visibility, caching, cookies, bad input, markup and
// accessibility all run over this list, so a new page is covered on the day it comes:
// surfaces.test.ts fails while a route of app/ is missing here.
import { feedFormats } from '../feeds/addresses';
import { kinds, type PostKind, postKinds } from '../posts/kinds';
import { matrixSeries, matrixTag, otherTag, type WorldPost } from './world';

export type Surface = {
  name: string;
  /** The file under app/ that answers. */
  route: string;
  path: string;
  /** Whether the page shows a post of the world, were it public. */
  shows: (post: WorldPost) => 'yes' | 'perhaps' | 'no';
};

const all = () => 'yes' as const;
const none = () => 'no' as const;
const only = (kind: PostKind) => (post: WorldPost) => (post.kind === kind ? 'yes' : 'no');
/** A post's own page shows it, and of the others its neighbours and what is related. */
const itself = (slug: string) => (post: WorldPost) => (post.slug === slug ? 'yes' : 'perhaps');
const reading = '(reading)/r';

export const surfaces: Surface[] = [
  { name: 'front page', route: `${reading}/stream/[page]/page.tsx`, path: '/', shows: all },
  {
    name: 'second page',
    route: `${reading}/stream/[page]/page.tsx`,
    path: '/page/2/',
    shows: only('entry'),
  },
  { name: 'year', route: `${reading}/year/[year]/page.tsx`, path: '/2026/', shows: only('entry') },
  {
    name: 'month',
    route: `${reading}/month/[year]/[month]/[page]/page.tsx`,
    path: '/2026/Jan/',
    shows: all,
  },
  {
    name: 'day',
    route: `${reading}/day/[year]/[month]/[day]/page.tsx`,
    path: '/2026/Jan/15/',
    shows: all,
  },
  ...postKinds.map((kind) => ({
    name: `post: ${kind}`,
    route: `${reading}/post/[year]/[month]/[day]/[slug]/page.tsx`,
    path: `/2026/Jan/15/live-${kind}/`,
    shows: itself(`live-${kind}`),
  })),
  {
    name: 'entries',
    route: `${reading}/kind/[kind]/[page]/page.tsx`,
    path: '/entries/',
    shows: only('entry'),
  },
  {
    name: 'links',
    route: `${reading}/kind/[kind]/[page]/page.tsx`,
    path: '/blogmarks/',
    shows: only('blogmark'),
  },
  {
    name: 'quotations',
    route: `${reading}/kind/[kind]/[page]/page.tsx`,
    path: '/quotations/',
    shows: only('quotation'),
  },
  {
    name: 'notes',
    route: `${reading}/kind/[kind]/[page]/page.tsx`,
    path: '/notes/',
    shows: only('note'),
  },
  {
    name: 'elsewhere',
    route: `${reading}/kind/[kind]/[page]/page.tsx`,
    path: '/elsewhere/',
    shows: only('beat'),
  },
  {
    name: 'beats of a type',
    route: `${reading}/beats/[type]/[page]/page.tsx`,
    path: '/elsewhere/release/',
    shows: only('beat'),
  },
  { name: 'tag index', route: `${reading}/tags/[all]/page.tsx`, path: '/tags/', shows: none },
  {
    name: 'tag',
    route: `${reading}/tag/[tags]/[page]/page.tsx`,
    path: `/tags/${matrixTag}/`,
    shows: all,
  },
  {
    name: 'intersection',
    route: `${reading}/tag/[tags]/[page]/page.tsx`,
    path: `/tags/${matrixTag}+${otherTag}/`,
    shows: all,
  },
  {
    name: 'series index',
    route: `${reading}/series-index/[all]/page.tsx`,
    path: '/series/',
    shows: all,
  },
  {
    name: 'series',
    route: `${reading}/series/[slug]/[page]/page.tsx`,
    path: `/series/${matrixSeries}/`,
    shows: all,
  },
  {
    name: 'search',
    route: `${reading}/search/[...query]/page.tsx`,
    path: '/search/',
    shows: none,
  },
  {
    name: 'search results',
    route: `${reading}/search/[...query]/page.tsx`,
    path: `/search/?q=-zqnothing&tag=${matrixTag}`,
    shows: all,
  },
  {
    name: 'search results of a kind',
    route: `${reading}/search/[...query]/page.tsx`,
    path: '/search/?type=quotation&year=2026',
    shows: only('quotation'),
  },
  { name: 'about', route: `${reading}/about/[all]/page.tsx`, path: '/about/', shows: none },
  {
    name: 'not found',
    route: `${reading}/missing/[what]/page.tsx`,
    path: '/nowhere/',
    shows: only('entry'),
  },
];

const feed = `${reading}/feed/[extras]/[page]/[...path]/route.ts`;

/** Feeds, and pages in other formats: stored, fresh and free of hidden posts like pages. */
export const feedSurfaces: Surface[] = [
  ...feedFormats.flatMap((format) => [
    {
      name: `${format} of everything`,
      route: feed,
      path: `/${format}/everything/`,
      shows: (post: WorldPost) => (post.kind === 'beat' ? ('no' as const) : ('yes' as const)),
    },
    ...postKinds.map((kind) => ({
      name: `${format} of ${kinds[kind].plural}`,
      route: feed,
      path: `/${format}/${kinds[kind].feed}/`,
      shows: only(kind),
    })),
    {
      name: `${format} of beats of a type`,
      route: feed,
      path: `/${format}/beats/release/`,
      shows: only('beat'),
    },
    { name: `${format} of a tag`, route: feed, path: `/tags/${matrixTag}.${format}`, shows: all },
    {
      name: `${format} of an intersection`,
      route: feed,
      path: `/tags/${matrixTag}+${otherTag}.${format}`,
      shows: all,
    },
    {
      name: `${format} of a series`,
      route: feed,
      path: `/series/${matrixSeries}.${format}`,
      shows: all,
    },
  ]),
  { name: 'json of a month', route: feed, path: '/2026/Jan.json', shows: all },
  { name: 'json of a day', route: feed, path: '/2026/Jan/15.json', shows: all },
];

/** Files that only machines read: stored, fresh and free of hidden posts like pages. */
export const machineSurfaces: Surface[] = [
  {
    name: 'text for language models',
    route: `${reading}/llms/[all]/route.ts`,
    path: '/llms.txt',
    shows: only('entry'),
  },
  {
    name: 'sitemap',
    route: `${reading}/sitemap/[file]/route.ts`,
    path: '/sitemap.xml',
    shows: none,
  },
  {
    name: 'sitemap of a month',
    route: `${reading}/sitemap/[file]/route.ts`,
    path: '/sitemap/2026-01.xml',
    shows: all,
  },
  {
    name: 'card of a former title',
    route: `${reading}/card/[file]/route.ts`,
    path: '/cards/site-000000000000.png',
    shows: none,
  },
  {
    name: 'sitemap of tags',
    route: `${reading}/sitemap/[file]/route.ts`,
    path: '/sitemap/tags.xml',
    shows: none,
  },
  ...feedSurfaces,
];

/** Routes that show nothing of the database to readers, or lead to what shows it. */
export const otherRoutes = [
  'assets/[file]/route.ts',
  'former-host/route.ts',
  'healthz/route.ts',
  'media/[...path]/route.ts',
  'random/[[...tags]]/route.ts',
  'readyz/route.ts',
  'robots.txt/route.ts',
  'speculation.json/route.ts',
];
