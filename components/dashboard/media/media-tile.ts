// A file of the library as its list shows it, in words.
import { dashboardUrls } from '@/lib/dashboard-urls';
import { type DateStyle, dayInZone, formatDay } from '@/lib/dates';
import { formatSize } from '@/lib/media/accept';
import { thumbnailPath } from '@/lib/media/addresses';
import type { MediaItem } from '@/lib/media/items';
import { kindOfType } from '@/lib/media/types';

export type MediaTile = {
  id: number;
  name: string;
  href: string;
  thumbnail: string | null;
  /** What stands where a picture would be: the ending of its name. */
  sign: string;
  type: string;
  size: string;
  /** Pixels or length; empty where it has neither. */
  extent: string;
  uploadedOn: string;
  use: string;
  alt: string;
  /** Whether it is a picture of which nobody has said what it shows. */
  lacksAlt: boolean;
};

export function toTile(file: MediaItem, dates: DateStyle): MediaTile {
  const { id, originalName, name, type, size, alt, useCount, createdAt } = file;
  return {
    id,
    name: originalName,
    href: dashboardUrls.mediaFile(id),
    thumbnail: thumbnailPath(file),
    sign: (/\.([^.]{1,5})$/.exec(name)?.[1] ?? 'file').toUpperCase(),
    type,
    size: formatSize(size),
    extent: extentOf(file),
    uploadedOn: formatDay(dayInZone(createdAt, dates.timeZone), dates.locale),
    use: useCount === 0 ? 'Not used' : useCount === 1 ? 'Used once' : `Used ${useCount} times`,
    alt,
    lacksAlt: kindOfType(type) === 'picture' && alt === '',
  };
}

type Extent = Pick<MediaItem, 'width' | 'height' | 'durationMs'>;

/** `4032 × 3024`, `1:23`, or both. */
export function extentOf({ width, height, durationMs }: Extent): string {
  const pixels = width !== null && height !== null ? `${width} × ${height}` : '';
  return [pixels, durationMs === null ? '' : formatLength(durationMs)].filter(Boolean).join(', ');
}

/** `1:02:03`, `2:03`. */
export function formatLength(durationMs: number): string {
  const seconds = Math.round(durationMs / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown.map((part, index) => (index === 0 ? part : String(part).padStart(2, '0'))).join(':');
}
