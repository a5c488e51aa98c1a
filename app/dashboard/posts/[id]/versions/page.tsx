// `/dashboard/posts/ID/versions/`: every version of a post; `?from=&to=` compares two of them.
import '@/app/styles/editor.css';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Comparison } from '@/components/editor/compare/comparison';
import { ForeignPost } from '@/components/editor/foreign-post';
import { describeVersion } from '@/components/editor/versions/describe-version';
import { DeviceCopies } from '@/components/editor/versions/device-copies';
import { VersionList } from '@/components/editor/versions/version-list';
import { EmptyState } from '@/components/ui/empty-state';
import { can } from '@/lib/auth/permissions';
import { requireActor } from '@/lib/auth/session';
import { dashboardUrls } from '@/lib/dashboard-urls';
import { readRowId } from '@/lib/input';
import { restoreVersion } from '@/lib/posts/actions';
import { getEditorState } from '@/lib/posts/editor-state';
import { getVersion, listVersions } from '@/lib/posts/version-queries';

export const metadata: Metadata = { title: 'History' };

type VersionsPageProps = PageProps<'/dashboard/posts/[id]/versions'>;

export default async function VersionsPage({ params, searchParams }: VersionsPageProps) {
  const actor = await requireActor();
  const id = readRowId((await params).id);
  const found = id === null ? null : await getEditorState(id);
  if (id === null || found === null) notFound();
  const { authorId, ...state } = found;
  if (!can(actor, 'post:edit', { authorId })) return <ForeignPost publicUrl={state.publicUrl} />;
  const versions = await listVersions(id);
  const [newest, previous] = versions;
  const { from = previous?.id, to = newest?.id } = await searchParams;
  const [former, latter] = await Promise.all([
    readVersion(id, from, versions),
    readVersion(id, to, versions),
  ]);
  return (
    <>
      <h1>History</h1>
      <p className="lead">
        <a href={dashboardUrls.post(id)}>Back to the text</a>. Every version that was saved is kept.
      </p>
      {newest === undefined ? (
        <EmptyState title="No version yet">
          <p>The first is kept when you save or publish. What you type is kept all the time.</p>
        </EmptyState>
      ) : (
        <VersionList
          postId={id}
          versions={versions.map((version) => describeVersion(version, state.timeZone))}
          from={former?.id ?? null}
          to={latter?.id ?? null}
          restore={restoreVersion}
        />
      )}
      {former && latter && former.id !== latter.id && (
        <section>
          <h2>
            Version {former.version} and version {latter.version}
          </h2>
          <Comparison
            key={`${former.id} ${latter.id}`}
            kind={state.kind}
            former={former.values}
            latter={latter.values}
            formerName={`Version ${former.version}`}
            latterName={`Version ${latter.version}`}
          />
        </section>
      )}
      <DeviceCopies
        post={{ postId: id, draftKey: state.draftKey, kind: state.kind }}
        personId={actor.id}
        current={state.values}
      />
    </>
  );
}

/** The version that a query names; a query that names none is as good as none. */
async function readVersion(
  postId: number,
  asked: string | string[] | number | undefined,
  versions: readonly { id: number }[],
) {
  const version = versions.find(({ id }) => String(id) === String(asked));
  return version ? getVersion(postId, version.id) : null;
}
