import { tripleFlips } from './dynamics.ts';
import type { Experiment } from './experiment.ts';
import { samplings } from './sampling.ts';

const experiments: readonly Experiment[] = [tripleFlips, ...samplings];

/** The experiment of that name. Throws a RangeError where there is none. */
export const experimentNamed = (name: string): Experiment => {
  const found = experiments.find((one) => one.name === name);
  if (!found)
    throw new RangeError(
      `expected one of the experiments ${experiments.map((one) => one.name).join(', ')}, got "${name}"`,
    );
  return found;
};
