// `/dashboard/media/`: the files of the library, to find one, to bring in more and to clear away.
import '@/app/styles/library.css';
import type { Metadata } from 'next';
import { KeyHelp } from '@/components/dashboard/keys/key-help';
import { EmptyLibrary } from '@/components/dashboard/media/empty-library';
import { MediaFilterForm } from '@/components/dashboard/media/media-filter-form';
import { mediaKeys } from '@/components/dashboard/media/media-keys';
import { MediaList } from '@/components/dashboard/media/media-list';
import { toTile } from '@/components/dashboard/media/media-tile';
import { MediaUploader } from '@/components/dashboard/media/media-uploader';
import { MediaViews } from '@/components/dashboard/media/media-views';
import { UploadsOff } from '@/components/dashboard/media/uploads-off';
import { Pagination } from '@/components/ui/pagination';
import { requireActor } from '@/lib/auth/session';
import { dashboardUrls } from '@/lib/dashboard-urls';
import { formatMonth } from '@/lib/dates';
import { changeChecked } from '@/lib/media/actions';
import { mediaQuery, readMediaFilter } from '@/lib/media/filter';
import { listMedia, listMediaMonths } from '@/lib/media/queries';
import { noStorage } from '@/lib/media/storage';
import { getUploadOptions } from '@/lib/media/upload-options';
import { getSettings } from '@/lib/settings/queries';

export const metadata: Metadata = { title: 'Media' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function MediaPage({ searchParams }: Props) {
  await requireActor();
  const filter = readMediaFilter(await searchParams);
  const [list, months, options, settings] = await Promise.all([
    listMedia(filter),
    listMediaMonths(filter.isBin),
    getUploadOptions(),
    getSettings(),
  ]);
  const dates = { locale: settings.language, timeZone: settings.timeZone };
  const tiles = list.files.map((file) => toTile(file, dates));
  return (
    <>
      <h1>Media</h1>
      {options === null ? <UploadsOff reason={noStorage} /> : <MediaUploader options={options} />}
      <MediaViews filter={filter} />
      <MediaFilterForm
        filter={filter}
        months={months.map(({ month, count }) => ({
          value: month,
          label: `${formatMonth(Number(month.slice(0, 4)), Number(month.slice(5)), dates.locale)} (${count})`,
        }))}
      />
      <MediaList
        key={JSON.stringify(filter)}
        tiles={tiles}
        view={filter.view}
        isBin={filter.isBin}
        action={changeChecked}
      >
        <EmptyLibrary filter={filter} mayUpload={options !== null} />
      </MediaList>
      <Pagination
        number={list.page}
        hasNext={list.page < list.pages}
        pages={list.pages}
        href={(page) => dashboardUrls.media(mediaQuery({ ...filter, page }))}
      />
      <KeyHelp names={mediaKeys} />
    </>
  );
}
