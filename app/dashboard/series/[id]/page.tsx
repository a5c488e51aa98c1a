// `/dashboard/series/12/`: what a series says, and its posts. `?find=` looks for posts to put in.
import '../../../styles/settings.css';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { OwnersOnly } from '@/components/dashboard/owners-only';
import { SeriesForm } from '@/components/dashboard/series/series-form';
import { type PostLine, SeriesPosts } from '@/components/dashboard/series/series-posts';
import { Button, ButtonLink } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { can } from '@/lib/auth/permissions';
import { requireActor } from '@/lib/auth/session';
import { dashboardUrls } from '@/lib/dashboard-urls';
import { dayInZone, formatDay } from '@/lib/dates';
import { kinds } from '@/lib/posts/kinds';
import { changeMembers, changeSeries } from '@/lib/series/actions';
import { findPostsFor, getEditedSeries, type SeriesMember } from '@/lib/series/author-queries';
import { getSettings } from '@/lib/settings/queries';
import { urls } from '@/lib/urls';

export const metadata: Metadata = { title: 'Series' };

type SeriesPageProps = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ find?: string | string[] }>;
};

export default async function SeriesPage({ params, searchParams }: SeriesPageProps) {
  const actor = await requireActor();
  if (!can(actor, 'series:manage')) return <OwnersOnly what="arrange series" />;
  const { id: text } = await params;
  const id = /^[1-9]\d{0,8}$/.test(text) ? Number(text) : 0;
  const series = await getEditedSeries(id);
  if (series === null) notFound();
  const find = [(await searchParams).find].flat()[0]?.slice(0, 200) ?? '';
  const [found, { timeZone }] = await Promise.all([
    find.trim() === '' ? null : findPostsFor({ text: find, seriesId: id }),
    getSettings(),
  ]);
  const hasPublic = series.posts.some(({ status }) => status === 'published');
  return (
    <>
      <h1>{series.title}</h1>
      <p className="button-row">
        {hasPublic && <a href={urls.series(series.slug)}>See it on the site</a>}
        <ButtonLink href={dashboardUrls.seriesList()}>All series</ButtonLink>
      </p>
      <SeriesForm action={changeSeries} series={series} />
      {series.formerSlugs.length > 0 && (
        <p className="field-hint">
          These lead here too: {series.formerSlugs.map((slug) => urls.series(slug)).join(', ')}
        </p>
      )}
      <h2>Posts</h2>
      {series.posts.length === 0 && <p className="lead">No post is in this series yet.</p>}
      <search>
        <form className="find-form">
          <Field
            label="Find posts to add"
            name="find"
            type="search"
            hint="Words of the title"
            defaultValue={find}
          />
          <Button type="submit">Find</Button>
        </form>
      </search>
      {found?.length === 0 && <p>No other post holds all of these words.</p>}
      <SeriesPosts
        action={changeMembers}
        seriesId={id}
        posts={series.posts.map((post) => toLine(post, timeZone))}
        found={found === null ? null : found.map((post) => toFound(post, timeZone))}
      />
    </>
  );
}

type Found = Awaited<ReturnType<typeof findPostsFor>>[number];

const toFound = (post: Found, timeZone: string) => ({
  ...toLine(post, timeZone),
  seriesTitle: post.seriesTitle,
});

function toLine(
  { id, title, kind, status, publishedAt }: SeriesMember,
  timeZone: string,
): PostLine {
  const day = publishedAt && formatDay(dayInZone(publishedAt, timeZone), 'en');
  const when = {
    draft: 'draft',
    scheduled: `scheduled for ${day}`,
    published: day ?? '',
  }[status];
  return { id, title: title || 'Untitled', kind: kinds[kind].label, when };
}
