// What the site says of itself to language models: https://llmstxt.org. Pure.
import { kinds, postKinds } from '../posts/kinds';
import type { PostLink, TagCount } from '../posts/types';
import { routeUrls } from '../route-urls';
import type { Site } from '../site';
import { absolute, urls } from '../urls';

type Parts = { site: Site; entries: PostLink[]; tags: TagCount[] };

/** The file, in Markdown. */
export function writeLlmsText({ site, entries, tags }: Parts): string {
  const { title, tagline, author } = site.settings;
  const link = (name: string, path: string, note?: string) =>
    `- [${escapeText(name)}](${absolute(path, site.url)})${note ? `: ${escapeText(note)}` : ''}`;
  const sections = [
    `# ${escapeText(title)}`,
    `> ${escapeText(tagline || title)}`,
    `A weblog${author ? ` by ${escapeText(author)}` : ''}. The Markdown source of a post is at its own address with \`.md\` in the place of the final slash, and as JSON with \`.json\`; lists are JSON feeds with links to the pages that follow.`,
    [
      '## Lists',
      '',
      link('Everything', urls.feed('json', { page: 'stream', number: 1 }), 'the newest posts'),
      ...postKinds.map((kind) =>
        link(kinds[kind].heading, urls.feed('json', { page: 'kind', kind, number: 1 })),
      ),
      link('Tags', urls.tags(), 'every tag with how many posts have it'),
      link('Series', urls.seriesIndex()),
      link('Search', urls.search(), 'every post by its words'),
      link('Sitemap', routeUrls.sitemap(), 'every post by month, with when it changed'),
      link('About', urls.about()),
    ].join('\n'),
    entries.length > 0 &&
      [
        '## Recent entries',
        '',
        ...entries.map(({ displayTitle, publishedOn, slug }) =>
          link(
            displayTitle,
            urls.feed('md', { page: 'post', day: publishedOn, slug }),
            publishedOn,
          ),
        ),
      ].join('\n'),
    tags.length > 0 &&
      [
        '## Most used tags',
        '',
        ...tags.map(({ name, slug, count }) =>
          link(name, urls.feed('json', { page: 'tag', slugs: [slug], number: 1 }), `${count}`),
        ),
      ].join('\n'),
  ];
  return `${sections.filter(Boolean).join('\n\n')}\n`;
}

/** Text that Markdown takes for nothing else, on one line. */
const escapeText = (text: string) =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\\[\]<>*_]/g, '\\$&')
    .trim();
