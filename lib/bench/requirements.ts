// Everything that must hold, in order: what a part of the bench measures, and what something else
// shows.
import type { Measure } from './measure';
import { measureAuthor } from './measures/author';
import { measureBuild } from './measures/build';
import { measureEditor } from './measures/editor';
import { measureFirstRender } from './measures/first-render';
import { measureFreshness } from './measures/freshness';
import { measureLighthouse } from './measures/lighthouse';
import { measureMemory } from './measures/memory';
import { measureSearch } from './measures/search';
import { measureSearchFinds } from './measures/search-finds';
import { measureSpike } from './measures/spike';
import { measureThroughput } from './measures/throughput';
import { measureWeight } from './measures/weight';
import type { Part } from './options';
import type { Row } from './table';

/** Measured by a part; `import` comes with the loading of the data. */
type Measured = { part: Part; measure: Measure | 'while loading' };
/** A row that says where to look. */
type Elsewhere = { part: null; rows: Row[] };

const byTests = (what: string, must: string) => ({
  part: null,
  rows: [{ what, must, measured: 'shown by `npm test`', isMet: null }],
});

export const requirements: (Measured | Elsewhere)[] = [
  { part: 'throughput', measure: measureThroughput },
  { part: 'freshness', measure: measureFreshness },
  { part: 'spike', measure: measureSpike },
  { part: 'first-render', measure: measureFirstRender },
  { part: 'search', measure: measureSearch },
  { part: 'search-finds', measure: measureSearchFinds },
  { part: 'author', measure: measureAuthor },
  { part: 'editor', measure: measureEditor },
  { part: 'build', measure: measureBuild },
  { part: 'import', measure: 'while loading' },
  { part: 'memory', measure: measureMemory },
  { part: 'weight', measure: measureWeight },
  { part: 'lighthouse', measure: measureLighthouse },
  byTests('axe, WCAG 2.2 AA, every page type, both themes', '0 violations'),
  byTests('HTML of every page type', '0 errors'),
  byTests('dashboard editor, first load gzip JS', '≤ 350 KB'),
];
