import Link from 'next/link';
import { dashboardUrls } from '@/lib/dashboard-urls';

type FirstStepsProps = { hasSamples: boolean; maySetUp: boolean };

/** What to do on a site that has nothing of one's own yet. */
export function FirstSteps({ hasSamples, maySetUp }: FirstStepsProps) {
  return (
    <section className="first-steps" aria-labelledby="home-first-steps">
      <h2 id="home-first-steps">The first three things</h2>
      <ol>
        <li>
          <Link href={dashboardUrls.newPost('note')}>Write a note</Link>, or{' '}
          <Link href={dashboardUrls.newPost('blogmark')}>post a link</Link>: a minute, and the site
          is yours.
        </li>
        {maySetUp && (
          <li>
            <Link href={dashboardUrls.settings()}>Name the site</Link>: title, tagline, language and
            time zone.
          </li>
        )}
        <li>
          Bring what you have written elsewhere: <code>npm run import -- PATH</code>
          {hasSamples && (
            <>
              {' '}
              removes the samples as well. Or{' '}
              <Link href={dashboardUrls.posts()}>choose them all</Link> and move them to the bin
            </>
          )}
          .
        </li>
      </ol>
    </section>
  );
}
