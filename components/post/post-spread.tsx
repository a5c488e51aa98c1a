// A post and what stands beside it: all of its page between the site's header and footer.
import type { Post, PostLink, TagCount } from '@/lib/posts/types';
import type { SeriesWithPosts } from '@/lib/series/types';
import type { Site } from '@/lib/site';
import { PostAside } from './post-aside';
import { PostPage } from './post-page';
import { ReadOn } from './read-on';

type PostSpreadProps = {
  post: Post;
  site: Site;
  around: {
    tags: TagCount[];
    series: SeriesWithPosts | null;
    neighbours: { previous: PostLink | null; next: PostLink | null };
    recent: PostLink[];
    related: PostLink[];
  };
};

/** What the element `.page` holds. */
export function PostSpread({ post, site, around }: PostSpreadProps) {
  return (
    <>
      <main id="site-content">
        <PostPage post={post} site={site} />
        <ReadOn
          post={post}
          neighbours={around.neighbours}
          related={around.related}
          locale={site.dates.locale}
        />
      </main>
      <PostAside
        post={post}
        tags={around.tags}
        series={around.series}
        recent={around.recent}
        dates={site.dates}
      />
    </>
  );
}
