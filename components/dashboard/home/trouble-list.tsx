import Link from 'next/link';
import type { ReactNode } from 'react';
import { Notice } from '@/components/ui/notice';
import { dashboardUrls } from '@/lib/dashboard-urls';
import { type DateStyle, dayInZone, formatDayAndTime } from '@/lib/dates';
import type { Trouble } from '@/lib/overview/troubles';
import { boundedCount } from '../posts/bounded-count';
import { BrokenReferences } from './broken-references';

type TroubleListProps = { troubles: Trouble[]; dates: DateStyle };

/** What is wrong, and what to do about it. */
export function TroubleList({ troubles, dates }: TroubleListProps) {
  if (troubles.length === 0) return null;
  return (
    <section className="troubles" aria-labelledby="home-troubles">
      <h2 id="home-troubles">What needs a look</h2>
      <Notice kind="warning">
        <ul>
          {troubles.map((trouble) => (
            <li key={'target' in trouble ? trouble.target : trouble.what}>
              {inWords(trouble, dates)}
            </li>
          ))}
        </ul>
      </Notice>
    </section>
  );
}

type Count = { count: number; isMore: boolean };

const posts = (count: Count) => `${boundedCount(count)} ${count.count === 1 ? 'post' : 'posts'}`;
const does = ({ count }: Count, one: string, many: string) => (count === 1 ? one : many);

function inWords(trouble: Trouble, dates: DateStyle): ReactNode {
  switch (trouble.what) {
    case 'purge':
      return (
        <>
          The cache <code>{trouble.target}</code> in front of the site has not heard of changes
          since {formatDayAndTime(dayInZone(trouble.since, dates.timeZone), trouble.since, dates)}:
          it {trouble.failure || 'did not answer'}. Readers may see old pages. It is tried again and
          again; look whether it runs and takes the address and the token in the environment.
        </>
      );
    case 'hub':
      return (
        <>
          The hub of your feeds has not heard of news since{' '}
          {formatDayAndTime(dayInZone(trouble.since, dates.timeZone), trouble.since, dates)}: it{' '}
          {trouble.failure || 'did not answer'}. It is tried again and again; look whether the
          address in the settings is right.
        </>
      );
    case 'migrations':
      return (
        <>
          The database lacks migrations of this version: run <code>npm run migrate</code>.
        </>
      );
    case 'overdue':
      return (
        <>
          The time of {posts(trouble.posts)} has come and no process has noticed. Let something call{' '}
          <code>{dashboardUrls.publishDue()}</code>, or run the server.{' '}
          <Link href={dashboardUrls.posts({ status: 'scheduled' })}>Show them</Link>
        </>
      );
    case 'stale':
      return (
        <>
          {posts(trouble.posts)} {does(trouble.posts, 'shows', 'show')} what an older version made
          of
          {does(trouble.posts, ' its', ' their')} text: run <code>npm run rerender</code>.
        </>
      );
    case 'removed':
      return (
        <>
          From {posts(trouble.posts)} something was removed because it might do harm, such as a
          script or a frame of an unknown site. The text itself is kept.{' '}
          <Link href={dashboardUrls.posts({ removed: 'yes' })}>Show them</Link>
        </>
      );
    case 'media':
      return <BrokenReferences references={trouble.references} />;
  }
}
