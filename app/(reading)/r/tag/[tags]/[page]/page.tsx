// `/tags/python/` and `/tags/ai+python/`: the posts that have a tag, or all of several.
import { cache } from 'react';
import { FeedHeading } from '@/components/archive/feed-heading';
import { RandomLink } from '@/components/archive/random-link';
import { RelatedTags } from '@/components/archive/related-tags';
import { SiteDocument } from '@/components/layout/site-document';
import { PostAuthor } from '@/components/post/post-author';
import { PostStream } from '@/components/post/post-stream';
import { SearchForm } from '@/components/search/search-form';
import { Html } from '@/components/ui/html';
import { Pagination } from '@/components/ui/pagination';
import { cachePage, lives } from '@/lib/cache';
import { cacheTags } from '@/lib/cache-tags';
import { formatTotal, pagesOf } from '@/lib/posts/totals';
import { routeUrls } from '@/lib/route-urls';
import { getSite } from '@/lib/site';
import { getTags, listRelatedTags, listTagged } from '@/lib/tags/queries';
import { nameTags } from '@/lib/tags/titles';
import { addressPath, maxListPage, parseAddress } from '@/lib/urls';
import { missingMetadata, pageMetadata } from '../../../../metadata';
import { missingPage } from '../../../../missing-page';

export const revalidate = 86400;

export function generateStaticParams() {
  return [];
}

/** Of so many posts one by chance is worth a link. */
const fewestForChance = 6;

type Params = { tags: string; page: string };
type Props = { params: Promise<Params> };

const pathOf = ({ tags, page }: Params) => {
  // Next gives `+` percent-encoded, as it encodes every parameter.
  const segment = tags.replace(/%2B/gi, '+');
  return page === '1' ? `/tags/${segment}/` : `/tags/${segment}/page/${page}/`;
};

function addressOf(params: Params) {
  const address = parseAddress(pathOf(params));
  return address?.page === 'tag' ? address : null;
}

const readTags = cache((slugs: string) => getTags(slugs.split('+')));

export async function generateMetadata({ params }: Props) {
  const site = await getSite();
  const address = addressOf(await params);
  if (address === null) return missingMetadata(site);
  const tags = await readTags(address.slugs.join('+'));
  const title = nameTags(tags.map((tag) => tag.name));
  return pageMetadata({
    site,
    title: address.number === 1 ? title : `${title}, page ${address.number}`,
    description: `Posts tagged ${title}.`,
    path: addressPath(address),
  });
}

export default async function TagPage({ params }: Props) {
  const path = pathOf(await params);
  const address = addressOf(await params);
  if (address === null || address.number > maxListPage) return missingPage(path);
  // Tags in another order, doubled or in capitals mean the same page, which has one address.
  if (addressPath(address) !== path) return missingPage(path);
  const { slugs, number } = address;
  const tags = await readTags(slugs.join('+'));
  if (tags.length < slugs.length || tags.some((tag) => tag.count === 0)) return missingPage(path);
  const [site, page, related] = await Promise.all([
    getSite(),
    listTagged(tags, number),
    listRelatedTags(tags),
  ]);
  if (page.posts.length === 0) return missingPage(path);
  await cachePage({
    tags: [cacheTags.tagPages, ...tags.map((tag) => cacheTags.tag(tag.id))],
    seconds: lives.short,
    isUnbounded: tags.length > 1,
  });
  const { locale } = site.dates;
  const { total } = page;
  const tagLabel = nameTags(tags.map((tag) => tag.name));
  const [only] = tags.length === 1 ? tags : [];
  const title = nameTags(tags.map((tag) => `“${tag.name}”`));
  return (
    <SiteDocument site={site}>
      <div className="page">
        <main id="site-content" className="h-feed">
          <PostAuthor site={site} />
          <FeedHeading of={address} name={`posts tagged ${title}`}>
            <h1 className="page-title p-name">
              {formatTotal(total, locale)} {total.count === 1 ? 'post' : 'posts'} tagged {title}
            </h1>
          </FeedHeading>
          {only?.descriptionHtml && (
            <Html className="page-lead prose" html={only.descriptionHtml} />
          )}
          {total.count >= fewestForChance && (
            <p className="page-actions">
              <RandomLink href={routeUrls.random(slugs)} label={tagLabel} />
            </p>
          )}
          <PostStream posts={page.posts} dates={site.dates} level={2} groupBy="year" />
          <Pagination
            number={number}
            hasNext={page.hasNext && number < maxListPage}
            pages={pagesOf(total)}
            href={(other) => addressPath({ page: 'tag', slugs, number: other })}
          />
        </main>
        <aside>
          <SearchForm
            query={{ tags: slugs }}
            label={`Search posts tagged ${tagLabel}`}
            placeholder="In these posts"
          />
          {related.length > 0 && <RelatedTags tags={tags} related={related} locale={locale} />}
        </aside>
      </div>
    </SiteDocument>
  );
}
