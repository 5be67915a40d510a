import { largestContactCorrection } from '../theory/glass-contact.ts';
import { usualSums } from '../theory/glass-settings.ts';
import type { Estimate } from '../theory/glass-statistics.ts';
import {
  type Drawn,
  type DrawnName,
  difference,
  differences,
  dilute,
  drawn,
  type Estimates,
  estimatesOf,
  filling,
  frequenciesInLine,
  link,
  narrowest,
  replicatesOf,
  sparse,
  spins,
  width,
} from './drawn.ts';
import type { Experiment, Result } from './experiment.ts';

/** What an experiment makes of the rows that it needs, at the values of its parameters. */
interface Sampled {
  readonly name: string;
  readonly needs: readonly DrawnName[];
  readonly estimator: string;
  readonly of: (
    estimates: (name: DrawnName) => Estimates,
    at: Readonly<Record<string, number>>,
  ) => Readonly<Record<string, Result>>;
}

const estimate = (of: Estimates, name: string): Estimate => {
  const found = of[name];
  if (!found) throw new RangeError(`expected one of ${Object.keys(of).join(', ')}, got "${name}"`);
  return found;
};

/** The bias is relative to the value. */
const result = ({ mean, error }: Estimate, bias: number): Result => ({
  value: mean,
  standardError: error,
  bias: bias * Math.abs(mean),
});

/** The ratio of two independent estimates. */
const ratio = (over: Estimate, under: Estimate, bias: number): Result => {
  const value = over.mean / under.mean;
  const [a, b] = [over.error / over.mean, under.error / under.mean];
  return { value, standardError: Math.abs(value) * Math.sqrt(a * a + b * b), bias: bias * Math.abs(value) };
};

/** 1 + small/whole, for a small difference that is drawn with the whole. */
const oneAnd = (small: Estimate, whole: Estimate): Result => ({
  value: 1 + small.mean / whole.mean,
  standardError: (small.error + Math.abs(small.mean / whole.mean) * whole.error) / whole.mean,
  // Pairs of one spin with itself, which the sum over pairs of pairs leaves out.
  bias: 1 / spins,
});

/** Pairs are weighted for contact to first order; all of that correction is taken as the bound on what is left. */
const contact = largestContactCorrection(filling);
/** Without partners nearer than r0 as many are missing as this share of spins has; twice that for what they do to each other. */
const missing = 2 * ((4 * Math.PI) / 3) * dilute;
/** Beyond first order in the number of neighbours within the link. */
const crowded = 2 * ((4 * Math.PI) / 3) * link * link * link * 2 * sparse;

const sampled: readonly Sampled[] = [
  {
    name: 'random glass',
    needs: ['pairs'],
    estimator:
      'sums over the pairs of spins added at random, none nearer than r0, in a periodic box, with pairs weighted for contact',
    of: (estimates, { omega0I }) => {
      const of = estimates('pairs');
      const windows = usualSums.windows.some((window) => window.omega0I === omega0I)
        ? Object.fromEntries(
            ['window', 'Zeeman', 'interaction'].map((name) => [
              name,
              result(estimate(of, `${name} ${omega0I}`), contact),
            ]),
          )
        : {};
      return {
        'second moment': result(estimate(of, 'M2'), contact),
        'fourth moment': result(estimate(of, 'M4'), contact),
        'correlated over decorrelated': oneAnd(estimate(of, difference), estimate(of, `decorrelated ${narrowest}`)),
        ...windows,
      };
    },
  },
  {
    name: 'couplings of a random glass',
    needs: ['pairs'],
    estimator: 'partners of a spin with a coupling in a range, pairs weighted for contact',
    of: (estimates, { from, to }) => ({
      partners: result(estimate(estimates('pairs'), `count ${from}..${to}`), contact),
    }),
  },
  {
    name: 'local fields of a random glass',
    needs: ['fields'],
    estimator:
      'share of spins whose local field, the sum of D+- times 1 or -1 at random over all partners, is below a value',
    of: (estimates) => {
      const of = estimates('fields');
      return {
        'below the width': result(estimate(of, `field ${width}`), missing),
        'below twice the width': result(estimate(of, `field ${2 * width}`), missing),
      };
    },
  },
  {
    name: 'clusters of a random glass',
    needs: ['clusters', 'denser'],
    estimator:
      'share of spins in clusters of two and of three at twice the concentration over that at the concentration',
    of: (estimates) => {
      const [few, more] = [estimates('clusters'), estimates('denser')];
      const of = (name: string): Result => ratio(estimate(more, name), estimate(few, name), crowded);
      return { pairs: of(`pairs ${link}`), triples: of(`triples ${link}`) };
    },
  },
  {
    name: 'frequencies of a line',
    needs: ['line'],
    estimator: 'share of the pairs of frequencies drawn from a Gaussian line that are closer than a difference',
    of: (estimates, { difference }) => {
      if (!differences.some((one) => one === difference))
        throw new RangeError(`expected one of the differences ${differences.join(', ')}, got ${difference}`);
      return { pairs: result(estimate(estimates('line'), `within ${difference}`), 1 / frequenciesInLine) };
    },
  },
];

/** What has to be drawn for an experiment of that name. */
export const drawnFor = (name: string): readonly DrawnName[] => sampled.find((one) => one.name === name)?.needs ?? [];

/** Throws a RangeError for a concentration at which nothing was drawn. */
const checkFilling = (at: Readonly<Record<string, number>>, needs: readonly DrawnName[]): void => {
  for (const need of needs) {
    const one: Drawn = drawn[need];
    if (at.filling !== undefined && one.filling !== undefined && at.filling !== one.filling)
      throw new RangeError(`expected n_S r0^3 = ${one.filling}, at which the ${one.name} are drawn, got ${at.filling}`);
  }
};

export const samplings: readonly Experiment[] = sampled.map(({ name, needs, estimator, of }) => ({
  name,
  by: 'sampling',
  estimator,
  run: (at, effort) => {
    checkFilling(at, needs);
    return {
      of: of((one) => estimatesOf(one, effort), at),
      size: `${replicatesOf(effort)} times ${needs.map((one) => drawn[one].each).join(' and ')}`,
    };
  },
}));
