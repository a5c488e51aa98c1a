// How much the front page holds: posts weigh differently, so that a run of short beats does not
// push the rest off the page.

/** How many of the newest posts are looked at. */
export const frontPageCandidates = 150;

const budget = 30;

export type Candidate = { kind: string; hasNote: boolean };

// Tenths, so that weights add up exactly.
function weightInTenths({ kind, hasNote }: Candidate): number {
  if (kind !== 'beat') return 10;
  return hasNote ? 8 : 2;
}

/** How many of the candidates, newest first, fit: it stops before the budget is passed. */
export function frontPageLength(candidates: readonly Candidate[]): number {
  let left = budget * 10;
  let length = 0;
  for (const candidate of candidates.slice(0, frontPageCandidates)) {
    left -= weightInTenths(candidate);
    if (left < 0) break;
    length += 1;
  }
  return length;
}
