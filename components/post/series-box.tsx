// The part of a series around one post.
import { type DateStyle, formatDayAndTime } from '@/lib/dates';
import type { Post } from '@/lib/posts/types';
import type { SeriesWithPosts } from '@/lib/series/types';
import { seriesWindow } from '@/lib/series/window';
import { urls } from '@/lib/urls';

type SeriesBoxProps = { series: SeriesWithPosts; current: Post; dates: DateStyle };

export function SeriesBox({ series, current, dates }: SeriesBoxProps) {
  const position = series.posts.findIndex((post) => urls.post(post) === urls.post(current));
  const { start, end } = seriesWindow(series.posts.length, position);
  return (
    <section className="series-box" aria-labelledby="site-series">
      <h2 id="site-series">
        Part of series <a href={urls.series(series.slug)}>{series.title}</a>
      </h2>
      <ol start={start + 1}>
        {series.posts.slice(start, end).map((post, index) => (
          <li key={urls.post(post)}>
            {start + index === position ? (
              <strong aria-current="page">{post.displayTitle}</strong>
            ) : (
              <a href={urls.post(post)}>{post.displayTitle}</a>
            )}{' '}
            <time dateTime={post.publishedAt.toISOString()}>
              {formatDayAndTime(post.publishedOn, post.publishedAt, dates)}
            </time>
          </li>
        ))}
      </ol>
      {end < series.posts.length && (
        <p>
          <a href={urls.series(series.slug)}>… more</a>
        </p>
      )}
    </section>
  );
}
