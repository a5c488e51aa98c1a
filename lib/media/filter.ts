// What the library is asked for, as its address says it. Pure.
import { firstText } from '../texts';
import { type MediaKind, mediaKinds } from './types';

export type MediaView = 'grid' | 'list';

export type MediaFilter = {
  text: string;
  kind: MediaKind | null;
  /** `2026-11`. */
  month: string | null;
  isUnused: boolean;
  isBin: boolean;
  page: number;
  view: MediaView;
};

type Query = Record<string, string | string[] | undefined>;

/** Reads an address's query; what is unknown or malformed is as if it were not there. */
export function readMediaFilter(query: Query): MediaFilter {
  const text = (name: string) => firstText(query[name]);
  const month = text('month');
  const page = text('page');
  return {
    text: text('q').trim().slice(0, 200),
    kind: mediaKinds.find((kind) => kind === text('kind')) ?? null,
    month: /^\d{4}-(?:0[1-9]|1[0-2])$/.test(month) ? month : null,
    isUnused: text('unused') === '1',
    isBin: text('bin') === '1',
    page: /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1,
    view: text('view') === 'list' ? 'list' : 'grid',
  };
}

/** The same as a query again; what is as usual stays out. */
export function mediaQuery(filter: Partial<MediaFilter>): Record<string, string | null> {
  return {
    q: filter.text || null,
    kind: filter.kind ?? null,
    month: filter.month ?? null,
    unused: filter.isUnused ? '1' : null,
    bin: filter.isBin ? '1' : null,
    view: filter.view === 'list' ? 'list' : null,
    page: filter.page && filter.page > 1 ? String(filter.page) : null,
  };
}
