// Files of the library as its pages are given them.
import type { MediaRow } from './take-in';

export type MediaItem = Pick<
  MediaRow,
  | 'id'
  | 'name'
  | 'originalName'
  | 'hash'
  | 'type'
  | 'size'
  | 'width'
  | 'height'
  | 'durationMs'
  | 'variants'
  | 'alt'
  | 'caption'
  | 'createdAt'
  | 'deletedAt'
  | 'uploaderId'
> & { useCount: number };

export type MediaDetails = MediaRow & { uploader: string | null };

/** A film's still picture or captions, as a form shows them. */
export type MediaPart = { id: number; name: string; path: string; thumbnail: string | null };
