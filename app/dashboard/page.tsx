// `/dashboard/`: what to go on with, what comes, what is wrong, and how it has been going.
import { EditLinksSwitch } from '@/components/dashboard/home/edit-links-switch';
import { FirstSteps } from '@/components/dashboard/home/first-steps';
import { homeKeys } from '@/components/dashboard/home/home-keys';
import { MonthChart } from '@/components/dashboard/home/month-chart';
import { NewPosts } from '@/components/dashboard/home/new-posts';
import { PostLinks } from '@/components/dashboard/home/post-links';
import { TagCounts } from '@/components/dashboard/home/tag-counts';
import { TroubleList } from '@/components/dashboard/home/trouble-list';
import { KeyHelp } from '@/components/dashboard/keys/key-help';
import { toListRow } from '@/components/dashboard/posts/list-row';
import { Bookmarklet } from '@/components/editor/bookmarklet';
import { can } from '@/lib/auth/permissions';
import { requireActor } from '@/lib/auth/session';
import { dashboardUrls } from '@/lib/dashboard-urls';
import { env } from '@/lib/env';
import { readOverview } from '@/lib/overview/overview';
import { purgeTargets } from '@/lib/purge/start';
import { getSettings } from '@/lib/settings/queries';
import { hubTargetName } from '@/lib/websub/hub-target';

export default async function DashboardPage() {
  const actor = await requireActor();
  const now = new Date();
  const caches = purgeTargets(env()).map(({ name }) => name);
  const { hub } = await getSettings();
  const targets = hub === '' ? caches : [...caches, hubTargetName];
  const overview = await readOverview({ actor, targets }, now);
  const { dates, unwritten, months, tags } = overview;
  const rows = (posts: typeof overview.next) => posts.map((post) => toListRow(post, dates, now));
  return (
    <>
      <h1>Dashboard</h1>
      {unwritten && (
        <FirstSteps hasSamples={unwritten.hasSamples} maySetUp={can(actor, 'settings:manage')} />
      )}
      <NewPosts />
      <TroubleList troubles={overview.troubles} dates={dates} />
      <div className="home-columns">
        <PostLinks
          heading="Continue writing"
          rows={rows(overview.toContinue)}
          moreHref={dashboardUrls.posts({ status: 'draft' })}
        >
          Nothing is waiting: no drafts, and no changes that are not saved.
        </PostLinks>
        <PostLinks
          heading="Scheduled"
          rows={rows(overview.next)}
          moreHref={dashboardUrls.posts({ status: 'scheduled' })}
        >
          Nothing is scheduled.
        </PostLinks>
      </div>
      <MonthChart months={months} locale={dates.locale} />
      <TagCounts thisYear={tags.thisYear} ever={tags.ever} locale={dates.locale} />
      <Bookmarklet siteUrl={env().SITE_URL} />
      <EditLinksSwitch />
      <KeyHelp names={homeKeys} />
    </>
  );
}
