// What every import format is turned into before anything is written. A source reads its format
// and yields these; run.ts writes them.
import type { Day } from '../dates';
import type { PostInput } from '../posts/input';

/** A post of the source. Its fields are checked when it is written, so that one bad row stops nothing. */
export type PostRecord = {
  type: 'post';
  /** `import_ref`: format, source, type and id. */
  ref: string;
  /** Hash of the source row. */
  hash: string;
  /** What the row is called in the report. */
  name: string;
  number: number;
  slug: string;
  publishedOn: Day;
  /** The id that its old feed had, which its slug is part of. */
  feedId: (slug: string) => string;
  seriesRef: string | null;
  input: PostInput;
};

export type SeriesRecord = {
  type: 'series';
  ref: string;
  slug: string;
  title: string;
  summary: string;
  createdAt: Date;
};

export type TagRecord = { type: 'tag'; name: string; description: string };

/** A name that a tag once had. */
export type FormerNameRecord = { type: 'former name'; name: string; tag: string };

export type RedirectRecord = {
  type: 'redirect';
  ref: string;
  host: string;
  path: string;
  target: string;
};

export type ImportRecord =
  | PostRecord
  | SeriesRecord
  | TagRecord
  | FormerNameRecord
  | RedirectRecord
  /** A row that cannot be taken, and why. */
  | { type: 'rejected'; name: string; why: string }
  /** Something worth a line in the report. */
  | { type: 'remark'; text: string };

export type ImportSource = {
  /** Shown to whoever imports. */
  name: string;
  /** Whether a folder holds this format. */
  recognises(folder: string): Promise<boolean>;
  /** How many posts there are, for the progress bar. */
  countPosts(folder: string): Promise<number>;
  /** Series and tags come first, then posts, then former names and redirects. */
  read(folder: string): AsyncIterable<ImportRecord>;
};
