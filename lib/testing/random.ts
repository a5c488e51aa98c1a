// Choices by chance that are the same in every run.
import { pick, repeatableRandom } from '../bench/synthetic/words';

export function repeatableChoice(seed: number) {
  const random = repeatableRandom(seed);
  const chance = (share: number) => random() < share;
  return {
    /** Whether something of this likelihood happens. */
    chance,
    one: <Value>(values: readonly Value[]): Value => pick(values, random),
    /** Each with the same likelihood as not. */
    some: <Value>(values: readonly Value[]): Value[] => values.filter(() => chance(0.4)),
  };
}
