// Choices by chance that are the same in every run.
import { repeatableRandom } from '../bench/synthetic/words';

export function repeatableChoice(seed: number) {
  const random = repeatableRandom(seed);
  const chance = (share: number) => random() < share;
  return {
    /** Whether something of this likelihood happens. */
    chance,
    one: <Value>(values: readonly Value[]): Value => {
      const value = values[Math.floor(random() * values.length)];
      if (value === undefined) throw new Error('There is nothing to choose from.');
      return value;
    },
    /** Each with the same likelihood as not. */
    some: <Value>(values: readonly Value[]): Value[] => values.filter(() => chance(0.4)),
  };
}
