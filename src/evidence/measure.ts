import { type Domain, type Point, simplePoints } from '../claim/domain.ts';
import type { Relation } from '../claim/relation.ts';
import { num } from '../formula/expression.ts';
import { formatRational, minus, type Rational } from '../number/rational.ts';
import { enclose } from './enclose.ts';
import type { Experiment } from './experiment.ts';
import { experimentNamed } from './experiments.ts';
import type { Effort, Ends, Finding, Measured } from './finding.ts';

/** What is drawn decides only beyond so many standard errors. */
const standardErrors = 6;
/** Most settings of an experiment at which a relation is looked at. */
const most = 16;

/** Rounding of the doubles that an experiment is made in, relative to its value. */
const rounding = 1e-12;

const toNumber = ({ numerator, denominator }: Rational): number => {
  // A ratio of long integers: as many leading digits as a double holds.
  const shift = Math.max(numerator.toString(2).length, denominator.toString(2).length) - 900;
  return shift <= 0
    ? Number(numerator) / Number(denominator)
    : Number(numerator >> BigInt(shift)) / Number(denominator >> BigInt(shift));
};
const middle = ([lo, hi]: Ends): number => (toNumber(lo) + toNumber(hi)) / 2;
const halfWidth = ([lo, hi]: Ends): number => Math.abs(toNumber(minus(hi, lo))) / 2;

const figures = (value: number): string => (value === 0 ? '0' : value.toPrecision(6));

interface Told extends Measured {
  readonly verdict: Finding['outcome'];
  readonly far: number;
}

/** All of them: none is left out silently. */
const settingsOf = (of: Domain): readonly Point[] => {
  const points = simplePoints(of, most + 1);
  if (points.length > most) throw new RangeError(`expected at most ${most} settings of an experiment, got more`);
  return points;
};

type MeasuredRelation = Extract<Relation, { kind: 'measured' }>;

/**
 * The factor from which on an expected value, multiplied or divided by it, would lie beyond the reach of the measured
 * one; infinity where the reach includes 0.
 */
const factorTold = (value: number, expected: number, reach: number): number => {
  const [whole, found] = [Math.abs(expected), Math.sign(expected) * value];
  return found > reach ? Math.max((found + reach) / whole, whole / (found - reach)) : Number.POSITIVE_INFINITY;
};

const tell = (relation: MeasuredRelation, point: Point, effort: Effort, experiment: Experiment): Told | undefined => {
  const [right, times] = [enclose(relation.right, point), enclose(relation.times ?? num(1), point)];
  if (!right || !times) return undefined;
  const { of, size } = experiment.run(
    Object.fromEntries([...point].map(([name, value]) => [name, toNumber(value)])),
    effort,
  );
  const result = of[relation.result];
  if (!result) throw new RangeError(`expected a result of ${experiment.name}, got ${relation.result}`);
  const [scale, expected] = [middle(times.ends), middle(right.ends)];
  const value = scale * result.value;
  const largest = Math.abs(scale) + halfWidth(times.ends);
  const standardError = largest * result.standardError;
  const bias =
    largest * result.bias +
    halfWidth(right.ends) +
    halfWidth(times.ends) * Math.abs(result.value) +
    rounding * Math.abs(value);
  const reach = standardErrors * standardError + bias;
  const difference = Math.abs(value - expected);
  // A result that is not a number, such as a ratio of counts that are 0, refutes nothing and tells nothing.
  const fails = difference > reach;
  // Of what fails, the factor that it would tell from the measured value.
  const tells = factorTold(value, fails ? value : expected, reach);
  return {
    estimator: experiment.estimator,
    at: Object.fromEntries([...point].map(([name, exact]) => [name, formatRational(exact)])),
    value: figures(value),
    expected: figures(expected),
    standardError: figures(standardError),
    bias: figures(bias),
    size,
    tells: tells < Number.POSITIVE_INFINITY ? `1 + ${(tells - 1).toExponential(1)}` : 'none',
    verdict: fails ? 'fails' : tells <= toNumber(relation.tells) ? 'holds' : 'undecided',
    far: difference > 0 ? difference / reach : 0,
  };
};

const severity = { fails: 2, undecided: 1, holds: 0 } as const;
/** What fails before what decides nothing, and the largest difference first. */
const byDifference = (a: Told, b: Told): number =>
  severity[b.verdict] - severity[a.verdict] || (a.far === b.far ? 0 : b.far - a.far);

const openOf = ({ tells }: Measured, discarded: number): string =>
  discarded > 0
    ? `its formulas have no value at ${discarded} of the settings`
    : tells === 'none'
      ? 'it tells no factor from 1'
      : `it tells only a factor of ${tells} from 1`;

/**
 * Holds what an experiment gives against a formula: it fails where the two are further apart than six standard errors
 * and the bound on every other error; it holds where they are not, if a factor as small as the relation asks for, or 1
 * over it, would have been told.
 */
export const measured = (
  relation: MeasuredRelation,
  of: Domain,
  effort: Effort,
  find: (name: string) => Experiment = experimentNamed,
): Finding => {
  const experiment = find(relation.experiment);
  const { by } = experiment;
  const told = settingsOf(of).map((point) => tell(relation, point, effort, experiment));
  const found = told.filter((one) => one !== undefined);
  const discarded = told.length - found.length;
  const [worst] = [...found].sort(byDifference);
  if (!worst) return { outcome: 'undecided', by, points: 0, discarded };
  const outcome = found.some(({ verdict }) => verdict === 'fails')
    ? 'fails'
    : discarded > 0 || found.some(({ verdict }) => verdict === 'undecided')
      ? 'undecided'
      : 'holds';
  const { verdict: _, far: __, ...shown } = worst;
  return {
    outcome,
    by,
    points: found.length,
    discarded,
    measured: shown,
    ...(outcome === 'fails'
      ? {
          counterexample: {
            at: shown.at,
            left: `${shown.value} +- ${shown.standardError === '0' ? shown.bias : shown.standardError}`,
            right: shown.expected,
          },
        }
      : {}),
    ...(outcome === 'undecided' ? { detail: openOf(shown, discarded) } : {}),
  };
};
