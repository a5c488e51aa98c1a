'use client';

import { useActionState } from 'react';
import { ActionNotice } from '@/components/dashboard/action-notice';
import { ButtonLink } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { SubmitButton } from '@/components/ui/submit-button';
import { Table } from '@/components/ui/table';
import { type FormAction, idle } from '@/lib/actions';
import type { RedirectInput } from '@/lib/redirects/input';

export type RedirectLine = { id: number; from: string; to: string; editHref: string };

type RedirectListProps = {
  action: FormAction<{ undo: RedirectInput | null }>;
  rows: RedirectLine[];
};

/** Redirects, each to be changed or deleted. A deletion can be taken back at once. */
export function RedirectList({ action, rows }: RedirectListProps) {
  const [state, formAction] = useActionState(action, idle);
  const undo = state.status === 'ok' ? state.data.undo : null;
  return (
    <>
      <ActionNotice state={state}>
        {undo !== null && (
          <form action={formAction}>
            <input type="hidden" name="host" value={undo.host} />
            <input type="hidden" name="path" value={undo.path} />
            <input type="hidden" name="target" value={undo.target} />
            <SubmitButton variant="plain">Undo</SubmitButton>
          </form>
        )}
      </ActionNotice>
      {rows.length > 0 && (
        <Table caption="Redirects">
          <thead>
            <tr>
              <th scope="col">From</th>
              <th scope="col">To</th>
              <th scope="col">
                <span className="visually-hidden">Change</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.id} row={row} action={formAction} closeOn={state} />
            ))}
          </tbody>
        </Table>
      )}
    </>
  );
}

type RowProps = { row: RedirectLine; action: (form: FormData) => void; closeOn: unknown };

function Row({ row: { id, from, to, editHref }, action, closeOn }: RowProps) {
  const of = <span className="visually-hidden"> {from}</span>;
  return (
    <tr>
      <th scope="row" className="address">
        {from}
      </th>
      <td className="address">{to}</td>
      <td className="row-actions">
        <ButtonLink href={editHref}>Edit{of}</ButtonLink>
        <Dialog trigger={<>Delete{of}</>} title="Delete this redirect?" closeOn={closeOn}>
          <p>
            <code>{from}</code> will lead nowhere, unless a page or another redirect is there.
          </p>
          <form action={action} className="button-row">
            <input type="hidden" name="id" value={id} />
            <SubmitButton variant="danger" pendingLabel="Deleting…">
              Delete redirect
            </SubmitButton>
            <DialogClose />
          </form>
        </Dialog>
      </td>
    </tr>
  );
}
