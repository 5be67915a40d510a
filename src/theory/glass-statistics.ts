import { type Random, random } from '../number/random.ts';
import { type Glass, type GlassParameters, glass } from './glass.ts';
import { clusters } from './glass-clusters.ts';
import { localFields } from './glass-fields.ts';
import type { Row, Settings } from './glass-settings.ts';
import { sumsOverPairs } from './glass-sums.ts';

/** All that the settings ask of one glass, as one row of numbers; the random numbers are for frequencies and signs. */
export const statistics = (glass: Glass, { sums, fields, links = [] }: Settings, random: Random): Row => ({
  ...(sums && sumsOverPairs(glass, sums, random.split('sums'))),
  ...(fields && localFields(glass, fields, random.split('fields'))),
  ...Object.assign({}, ...links.map((link) => clusters(glass, link))),
});

/** Many independent glasses of one kind; plain data, so that it can be sent to workers. */
export interface Replicates extends GlassParameters {
  readonly count: number;
  readonly settings: Settings;
}

/**
 * The row of the replicate of that index, 0 to count - 1. It depends on nothing but the parameters and the index, so the
 * replicates can be shared out to any number of workers. Throws a RangeError for an index outside, and for what glass
 * and statistics refuse.
 */
export const replicate = ({ count, settings, label = '', ...parameters }: Replicates, index: number): Row => {
  if (!Number.isInteger(index) || index < 0 || index >= count)
    throw new RangeError(`expected the index of a replicate from 0 to ${count - 1}, got ${index}`);
  const name = `${label}/replicate ${index}`;
  return statistics(
    glass({ ...parameters, label: name }),
    settings,
    random(parameters.seed, `glass statistics/${name}`),
  );
};

/** All rows in the order of their index. */
export const replicates = (job: Replicates): Row[] =>
  Array.from({ length: job.count }, (_, index) => replicate(job, index));

/** A mean with its standard error. */
export interface Estimate {
  readonly mean: number;
  readonly error: number;
}

/**
 * Mean and standard error of each number over the rows, summed in their order: given in the order of the index, the
 * result is the same to the last bit whoever computed them. Throws a RangeError for fewer than two rows, which have no
 * scatter, or rows of different names.
 */
export const meanAndError = (rows: readonly Row[]): Readonly<Record<string, Estimate>> => {
  const [first] = rows;
  if (!first || rows.length < 2)
    throw new RangeError(`expected at least two replicates, whose scatter gives the error, got ${rows.length}`);
  return Object.fromEntries(
    Object.keys(first).map((name) => {
      const values = rows.map((row) => {
        const value = row[name];
        if (value === undefined) throw new RangeError(`expected "${name}" in every row, got one without it`);
        return value;
      });
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      const scatter = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
      return [name, { mean, error: Math.sqrt(scatter / (values.length * (values.length - 1))) }];
    }),
  );
};
