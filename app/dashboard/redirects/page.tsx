// `/dashboard/redirects/`: where addresses without a page lead. `?q=` and `?host=` filter, `?edit=12`
// opens one of them.
import '../../styles/settings.css';
import type { Metadata } from 'next';
import { OwnersOnly } from '@/components/dashboard/owners-only';
import { PasteForm } from '@/components/dashboard/redirects/paste-form';
import { RedirectFilterForm } from '@/components/dashboard/redirects/redirect-filter-form';
import { RedirectForm } from '@/components/dashboard/redirects/redirect-form';
import { RedirectList } from '@/components/dashboard/redirects/redirect-list';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { can } from '@/lib/auth/permissions';
import { requireActor } from '@/lib/auth/session';
import { dashboardUrls, withQuery } from '@/lib/dashboard-urls';
import { deleteOrRestoreRedirect, saveLines, saveOne } from '@/lib/redirects/actions';
import { formatSource } from '@/lib/redirects/input';
import { listQuery, thisSite } from '@/lib/redirects/list-query';
import {
  countRedirectHosts,
  getRedirect,
  listRedirects,
  redirectsShown,
} from '@/lib/redirects/queries';

export const metadata: Metadata = { title: 'Redirects' };

type RedirectsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function RedirectsPage({ searchParams }: RedirectsPageProps) {
  const actor = await requireActor();
  if (!can(actor, 'redirects:manage')) return <OwnersOnly what="arrange redirects" />;
  const { q, host, page, edit } = listQuery.parse(await searchParams);
  const [{ rows, total }, hosts, edited] = await Promise.all([
    listRedirects({ text: q, host: host === thisSite ? '' : host, page }),
    countRedirectHosts(),
    edit === undefined ? null : getRedirect(edit),
  ]);
  const here = (over: { page?: number; edit?: number }) =>
    withQuery(dashboardUrls.redirects(), { q, host, page: page > 1 ? page : null, ...over });
  return (
    <>
      <h1>Redirects</h1>
      <p className="lead">
        Where addresses lead that have no page. A page that exists always wins; renamed tags and
        series and moved posts lead on by themselves.
      </p>
      {edited ? (
        <RedirectForm
          key={edited.id}
          action={saveOne}
          redirect={{ id: edited.id, from: formatSource(edited), to: edited.target }}
        />
      ) : (
        <RedirectForm key="new" action={saveOne} />
      )}
      <details className="paste">
        <summary>Paste many</summary>
        <PasteForm action={saveLines} />
      </details>
      <h2>All redirects</h2>
      <RedirectFilterForm text={q} host={host} hosts={hosts} />
      {rows.length === 0 && (
        <EmptyState title={hosts.length === 0 ? 'There is no redirect yet.' : 'None fits that.'} />
      )}
      <RedirectList
        action={deleteOrRestoreRedirect}
        rows={rows.map((row) => ({
          id: row.id,
          from: formatSource(row),
          to: row.target,
          editHref: here({ edit: row.id }),
        }))}
      />
      <Pagination
        number={page}
        hasNext={page * redirectsShown < total}
        pages={Math.max(1, Math.ceil(total / redirectsShown))}
        href={(number) => here({ page: number })}
        labels={{ previous: 'Back', next: 'On' }}
      />
    </>
  );
}
