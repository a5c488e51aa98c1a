// Posts counted by kind.
import { type PostKind, postKinds } from '../posts/kinds';

/** How many public posts of each kind; kinds without any are absent. */
export type KindCounts = Partial<Record<PostKind, number>>;

export function totalOf(counts: KindCounts): number {
  return postKinds.reduce((sum, kind) => sum + (counts[kind] ?? 0), 0);
}

export function sumCounts(all: readonly KindCounts[]): KindCounts {
  const sum: KindCounts = {};
  for (const counts of all)
    for (const kind of postKinds) {
      const count = counts[kind];
      if (count !== undefined) sum[kind] = (sum[kind] ?? 0) + count;
    }
  return sum;
}
