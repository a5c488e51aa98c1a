// `/dashboard/media/12/`: one file, where it is used, and everything that can be done to it.
import '@/app/styles/library.css';
import { notFound } from 'next/navigation';
import { DescribeForm } from '@/components/dashboard/media/describe-form';
import { FileFacts } from '@/components/dashboard/media/file-facts';
import { FileUses } from '@/components/dashboard/media/file-uses';
import { RemoveFile } from '@/components/dashboard/media/remove-file';
import { ReplaceFile } from '@/components/dashboard/media/replace-file';
import { ButtonLink } from '@/components/ui/button';
import { Html } from '@/components/ui/html';
import { can } from '@/lib/auth/permissions';
import { requireActor } from '@/lib/auth/session';
import { dashboardUrls } from '@/lib/dashboard-urls';
import { readRowId } from '@/lib/input';
import { bin, deleteForGood, describe, restore } from '@/lib/media/actions';
import { renderFile } from '@/lib/media/preview';
import { getMedia, getMediaPart } from '@/lib/media/queries';
import { getUploadOptions } from '@/lib/media/upload-options';
import { listMediaUses } from '@/lib/media/usage';
import { getSettings } from '@/lib/settings/queries';

type Props = { params: Promise<{ id: string }> };

const findFile = async (params: Props['params']) => {
  const id = readRowId((await params).id);
  return id === null ? null : getMedia(id);
};

export async function generateMetadata({ params }: Props) {
  await requireActor();
  return { title: (await findFile(params))?.originalName ?? 'No such file' };
}

export default async function MediaFilePage({ params }: Props) {
  const [actor, file] = await Promise.all([requireActor(), findFile(params)]);
  if (file === null) notFound();
  const [html, { uses, hidden }, poster, captions, options, settings] = await Promise.all([
    renderFile(file),
    listMediaUses(file.id, actor),
    getMediaPart(file.posterId),
    getMediaPart(file.captionsId),
    getUploadOptions(),
    getSettings(),
  ]);
  const mayChange = can(actor, 'media:change', { authorId: file.uploaderId });
  const isBinned = file.deletedAt !== null;
  const dates = { locale: settings.language, timeZone: settings.timeZone };
  return (
    <>
      <h1 className="file-title">{file.originalName}</h1>
      <p className="button-row">
        <ButtonLink href={dashboardUrls.media({ bin: isBinned ? 1 : null })}>
          {isBinned ? 'The bin' : 'All files'}
        </ButtonLink>
      </p>
      <div className="file-columns">
        <div>
          {isBinned && <p className="lead">In the bin: readers do not get it.</p>}
          {html && <Html className="file-preview" html={html} />}
          <FileFacts file={file} dates={dates} />
        </div>
        <div>
          {mayChange && !isBinned && (
            <DescribeForm
              action={describe}
              file={file}
              parts={{ poster, captions }}
              options={options}
            />
          )}
          {!mayChange && (
            <p className="lead">Its uploader, or an owner of the site, can change this file.</p>
          )}
          <h2>Where it is used</h2>
          <FileUses uses={uses} hidden={hidden} />
          {mayChange && !isBinned && options && <ReplaceFile file={file} options={options} />}
          {mayChange && (
            <RemoveFile
              id={file.id}
              isBinned={isBinned}
              uses={uses.length + hidden}
              actions={{ bin, restore, deleteForGood }}
            />
          )}
        </div>
      </div>
    </>
  );
}
