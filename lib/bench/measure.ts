// What a measurement is given and gives back.
import type { Database } from '../db/client';
import type { Cleanup } from './cleanup';
import type { Row } from './table';

export type BenchContext = {
  /** The loaded database. */
  databaseUrl: string;
  database: Database;
  /** How many posts it holds. */
  posts: number;
  isQuick: boolean;
  cleanup: Cleanup;
};

export type Finding = {
  rows: Row[];
  /** Every figure behind the rows, for `bench.json`. */
  details: unknown;
};

export type Measure = (context: BenchContext) => Promise<Finding>;
