'use client';

import { useActionState } from 'react';
import { type FormAction, idle } from '@/lib/actions';
import { dashboardUrls } from '@/lib/dashboard-urls';
import type { SavedPost } from '@/lib/posts/editing';
import { ActionNotice } from '../../dashboard/action-notice';
import { Button } from '../../ui/button';
import { Dialog, DialogClose } from '../../ui/dialog';
import { SubmitButton } from '../../ui/submit-button';
import { Table } from '../../ui/table';
import type { DescribedVersion } from './describe-version';

type VersionListProps = {
  postId: number;
  versions: DescribedVersion[];
  /** The two that are compared. */
  from: number | null;
  to: number | null;
  restore: FormAction<SavedPost>;
};

/** The versions of a post: any two can be compared, any one restored. */
export function VersionList({ postId, versions, from, to, restore }: VersionListProps) {
  const [state, restoreAction] = useActionState(restore, idle);
  const compareForm = 'compare-versions';
  const [newest] = versions;
  return (
    <>
      <ActionNotice state={state}>
        {state.status === 'ok' && <a href={dashboardUrls.post(postId)}>Back to the text</a>}
      </ActionNotice>
      <form id={compareForm} action={dashboardUrls.versions(postId)} method="get" />
      <Table caption="Versions, the newest first">
        <thead>
          <tr>
            <th scope="col">From</th>
            <th scope="col">To</th>
            <th scope="col">Version</th>
            <th scope="col">
              <span className="visually-hidden">Restore</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {versions.map((version) => (
            <tr key={version.id}>
              {(['from', 'to'] as const).map((name) => (
                <td key={name}>
                  <input
                    type="radio"
                    name={name}
                    value={version.id}
                    form={compareForm}
                    defaultChecked={version.id === (name === 'from' ? from : to)}
                    aria-label={`${name === 'from' ? 'Compare from' : 'Compare to'} version ${version.version}`}
                  />
                </td>
              ))}
              <th scope="row">
                {version.version}: {version.when}
                <span className="version-reason">
                  {version.why} / {version.who}
                </span>
              </th>
              <td>
                {version.id !== newest?.id && (
                  <RestoreQuestion {...{ version, postId, restoreAction }} closeOn={state} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      {versions.length > 1 && (
        <div className="button-row">
          <Button type="submit" form={compareForm}>
            Compare
          </Button>
        </div>
      )}
    </>
  );
}

type RestoreQuestionProps = {
  version: DescribedVersion;
  postId: number;
  restoreAction: (form: FormData) => void;
  closeOn: unknown;
};

function RestoreQuestion({ version, postId, restoreAction, closeOn }: RestoreQuestionProps) {
  return (
    <Dialog
      trigger={
        <>
          Restore…<span className="visually-hidden"> version {version.version}</span>
        </>
      }
      title={`Restore version ${version.version}?`}
      closeOn={closeOn}
    >
      <p>
        The post says again what it said on {version.when}. What it says now stays in this list,
        typed and unsaved changes included.
      </p>
      <form action={restoreAction} className="button-row">
        <input type="hidden" name="postId" value={postId} />
        <input type="hidden" name="versionId" value={version.id} />
        <SubmitButton pendingLabel="Restoring…">Restore</SubmitButton>
        <DialogClose />
      </form>
    </Dialog>
  );
}
