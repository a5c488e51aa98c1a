import { CopyField } from '@/components/ui/copy-field';
import { type DateStyle, dayInZone, formatDayAndTime } from '@/lib/dates';
import { formatSize } from '@/lib/media/accept';
import { mediaPath } from '@/lib/media/addresses';
import type { MediaDetails } from '@/lib/media/items';
import { mediaMarkdown } from '@/lib/media/markdown';
import { extentOf } from './media-tile';

type FileFactsProps = { file: MediaDetails; dates: DateStyle };

/** What is known of a file, and how a text refers to it. */
export function FileFacts({ file, dates }: FileFactsProps) {
  const path = mediaPath(file);
  const uploaded = formatDayAndTime(
    dayInZone(file.createdAt, dates.timeZone),
    file.createdAt,
    dates,
  );
  const facts = [
    { name: 'Type', value: file.type },
    { name: 'Size', value: formatSize(file.size) },
    { name: 'Extent', value: extentOf(file) },
    { name: 'Smaller pictures', value: file.variants.map(({ width }) => width).join(', ') },
    { name: 'Uploaded', value: `${uploaded}${file.uploader ? ` by ${file.uploader}` : ''}` },
  ];
  return (
    <>
      <dl className="file-facts">
        {facts
          .filter(({ value }) => value !== '')
          .map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {file.deletedAt === null && (
        <div className="file-texts">
          <CopyField label="Address" name="address" value={path} />
          <CopyField
            label="For a text"
            name="markdown"
            value={mediaMarkdown({ ...file, path }).text}
          />
        </div>
      )}
    </>
  );
}
