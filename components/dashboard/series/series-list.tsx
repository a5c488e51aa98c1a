'use client';

import Link from 'next/link';
import { useActionState } from 'react';
import { ActionNotice } from '@/components/dashboard/action-notice';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { SubmitButton } from '@/components/ui/submit-button';
import { Table } from '@/components/ui/table';
import { type FormAction, idle } from '@/lib/actions';
import { dashboardUrls } from '@/lib/dashboard-urls';

type SeriesListProps = {
  action: FormAction<{ undo: string | null }>;
  all: { id: number; title: string; slug: string; postCount: number }[];
};

/** Every series, each to be opened or deleted. */
export function SeriesList({ action, all }: SeriesListProps) {
  const [state, formAction] = useActionState(action, idle);
  const undo = state.status === 'ok' ? state.data.undo : null;
  return (
    <>
      <ActionNotice state={state}>
        {undo !== null && (
          <form action={formAction}>
            <input type="hidden" name="restore" value={undo} />
            <SubmitButton variant="plain">Undo</SubmitButton>
          </form>
        )}
      </ActionNotice>
      {all.length > 0 && (
        <Table caption="Series">
          <thead>
            <tr>
              <th scope="col">Title</th>
              <th scope="col">Address</th>
              <th scope="col" className="is-number">
                Posts
              </th>
              <th scope="col">
                <span className="visually-hidden">Delete</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {all.map((series) => (
              <tr key={series.id}>
                <th scope="row">
                  <Link href={dashboardUrls.series(series.id)} prefetch={false}>
                    {series.title}
                  </Link>
                </th>
                <td className="verbatim">{series.slug}</td>
                <td className="is-number">{series.postCount}</td>
                <td className="is-number">
                  <Dialog
                    trigger={
                      <>
                        Delete<span className="visually-hidden"> {series.title}</span>
                      </>
                    }
                    title={`Delete “${series.title}”?`}
                    closeOn={state}
                  >
                    <p>Its posts stay, in no series. Its page is gone for readers.</p>
                    <form action={formAction} className="button-row">
                      <input type="hidden" name="id" value={series.id} />
                      <SubmitButton variant="danger" pendingLabel="Deleting…">
                        Delete series
                      </SubmitButton>
                      <DialogClose />
                    </form>
                  </Dialog>
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </>
  );
}
