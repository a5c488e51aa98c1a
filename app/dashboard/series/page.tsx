// `/dashboard/series/`: every series, and a new one.
import '../../styles/settings.css';
import type { Metadata } from 'next';
import { OwnersOnly } from '@/components/dashboard/owners-only';
import { SeriesForm } from '@/components/dashboard/series/series-form';
import { SeriesList } from '@/components/dashboard/series/series-list';
import { EmptyState } from '@/components/ui/empty-state';
import { can } from '@/lib/auth/permissions';
import { requireActor } from '@/lib/auth/session';
import { addSeries, deleteOrRestoreSeries } from '@/lib/series/actions';
import { listAllSeries } from '@/lib/series/author-queries';

export const metadata: Metadata = { title: 'Series' };

export default async function SeriesListPage() {
  const actor = await requireActor();
  if (!can(actor, 'series:manage')) return <OwnersOnly what="arrange series" />;
  const all = await listAllSeries();
  return (
    <>
      <h1>Series</h1>
      <p className="lead">Posts that belong together and are read in order, the oldest first.</p>
      {all.length === 0 && (
        <EmptyState title="There is no series yet.">
          <p>Make one here, then put posts into it.</p>
        </EmptyState>
      )}
      <SeriesList action={deleteOrRestoreSeries} all={all} />
      <h2>A new series</h2>
      <SeriesForm action={addSeries} />
    </>
  );
}
