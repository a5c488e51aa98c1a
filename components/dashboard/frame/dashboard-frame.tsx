// What stands around every page of the dashboard.
import Link from 'next/link';
import type { ReactNode } from 'react';
import type { Actor } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import { urls } from '@/lib/urls';
import { home, sections } from '../sections';
import { AccountMenu } from './account-menu';
import { NewMenu } from './new-menu';
import { SectionLinks } from './section-links';

type DashboardFrameProps = { actor: Actor; siteTitle: string; children: ReactNode };

export function DashboardFrame({ actor, siteTitle, children }: DashboardFrameProps) {
  const usable = sections.filter(({ permission }) => permission === null || can(actor, permission));
  return (
    <>
      <a className="skip-link" href="#dashboard-content">
        Skip to content
      </a>
      <header className="dashboard-header">
        <p className="dashboard-name">
          <Link href={home.href} prefetch={false}>
            {siteTitle}
          </Link>
        </p>
        <SectionLinks sections={usable} />
        <div className="dashboard-exits">
          <NewMenu label="New" />
          <a href={urls.stream()}>View site</a>
          <AccountMenu name={actor.name} />
        </div>
      </header>
      <main id="dashboard-content" className="dashboard-content">
        {children}
      </main>
    </>
  );
}
