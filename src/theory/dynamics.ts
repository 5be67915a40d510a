import { evolve, type FlipSystem, type Observable, type PerObservable, perObservable } from './evolution.ts';

/**
 * Rates of triple spin flips from exact dynamics, without any golden rule, as a judge of golden-rule rates. In units of
 * omega0I = 1: rates in omega0I, times in 1/omega0I.
 */

/** Many systems, alike but for Delta, which is normally distributed about the resonance. */
export interface FlipEnsemble extends FlipSystem {
  /** The sign of Delta in the middle of the distribution: there it is +-sqrt(1 - D^2). */
  readonly sign: 1 | -1;
  /** Standard deviation B of Delta; an eighth of the distance of the resonance from Delta = 0 unless given. */
  readonly width?: number;
}

/** Standard deviations of Delta kept on either side of its middle. */
const kept = 7;
/** Standard deviation of the phase E t from which on times are long: exp(-7^2/2) is 2e-11. */
const dephased = 7;

interface Sampling {
  /** Delta of each system and its weight. */
  readonly points: readonly (readonly [number, number])[];
  readonly times: readonly [number, number, number];
}

const middleOf = ({ D, sign, width }: FlipEnsemble): { readonly middle: number; readonly B: number } => {
  if (!(D !== 0 && Math.abs(D) < 1))
    throw new RangeError(`expected 0 < |D| < omega0I = 1, where there is a resonance at Delta other than 0, got ${D}`);
  if (sign !== 1 && sign !== -1) throw new RangeError(`expected 1 or -1 as the sign of Delta, got ${sign}`);
  const distance = Math.sqrt((1 - D) * (1 + D));
  const B = width ?? distance / 8;
  if (!(B > 0 && B <= distance / 8))
    throw new RangeError(`expected a width above 0, at most an eighth of |Delta| = ${distance}, got ${B}`);
  return { middle: sign * distance, B };
};

/**
 * The splitting E has the standard deviation b = |Delta| B. Rates are slopes between times at which exp(-b^2 t^2/2),
 * the size of what is not yet golden rule, is 2e-11; whole nuclear periods apart, so that what oscillates with
 * omega0I without end drops out. The trapezoidal rule is exact up to exp(-49/2) as soon as its spacing resolves the
 * fastest phase E t with the distribution's own bandwidth 7/B to spare.
 */
const sampling = (ensemble: FlipEnsemble): Sampling => {
  const { middle, B } = middleOf(ensemble);
  const period = 2 * Math.PI;
  const b = Math.abs(middle) * B;
  const first = period * Math.ceil(dephased / (b * period));
  const step = period * Math.ceil(3 / (b * period));
  const last = first + 2 * step;
  const edge = Math.abs(middle) + kept * B;
  const fastest = (last * edge) / Math.hypot(edge, ensemble.D);
  const half = Math.ceil((kept * B * (fastest + kept / B)) / period);
  const spacing = (kept * B) / half;
  const points = Array.from({ length: 2 * half + 1 }, (_, index) => {
    const x = ((index - half) * spacing) / B;
    return [middle + x * B, (spacing * Math.exp((-x * x) / 2)) / (B * Math.sqrt(period))] as const;
  });
  return { points, times: [first, first + step, last] };
};

/** Weight of delta(omega0I - E) in the ensemble, 1/omega0I: the density of Delta at the resonance over its slope there. */
export const resonanceDensity = (ensemble: FlipEnsemble): number => {
  const { middle, B } = middleOf(ensemble);
  return 1 / (B * Math.sqrt(2 * Math.PI) * Math.abs(middle));
};

/** Rates of the ensemble's means: the slopes over the first and the second of two following windows of time. */
const slopes = (
  ensemble: FlipEnsemble,
  { points, times }: Sampling,
): readonly [PerObservable<number>, PerObservable<number>] => {
  const changes = points.map(([Delta, weight]) => ({ weight, after: evolve(ensemble, Delta, times) }));
  const mean = (name: Observable, time: 0 | 1 | 2): number =>
    changes.reduce((sum, { weight, after }) => sum + weight * (after[time] as PerObservable<number>)[name], 0);
  const slope = (from: 0 | 1, to: 1 | 2): PerObservable<number> =>
    perObservable((name) => (mean(name, to) - mean(name, from)) / (times[to] - times[from]));
  return [slope(0, 1), slope(1, 2)];
};

/**
 * Rates of the ensemble at the couplings given, in omega0I^2 for energies and omega0I for the polarization. They
 * differ from golden-rule rates by a part of order (v t)^2, v = A D/4, for the times t of some 10/(|Delta| B).
 * Throws a RangeError for D = 0 and |D| >= 1, where no Delta other than 0 is resonant, for a width above an eighth of
 * |Delta|, and for populations that are negative or do not sum to 1.
 */
export const flipDynamics = (ensemble: FlipEnsemble): PerObservable<number> => slopes(ensemble, sampling(ensemble))[0];

/** A number with a bound of its error. */
export interface Measured {
  readonly value: number;
  readonly error: number;
}

/**
 * Rates in the limit of weak hyperfine coupling, scaled back to the couplings given: from these and their halves, the
 * part of relative order A^2 eliminated. The error is what that took away, what another window of time changes, and
 * the rounding of phases; with |A_i - A_j| = 3e-4 (1 - D^2)/|D| and 0.05 < |D| < 0.9 it is about 1e-5 of the rate.
 * Throws as flipDynamics does.
 */
export const converged = (ensemble: FlipEnsemble): PerObservable<Measured> => {
  const halves = ensemble.couplings.map(([i, j]) => [i / 2, j / 2] as const);
  const at = sampling(ensemble);
  const [full, half] = [slopes(ensemble, at), slopes({ ...ensemble, couplings: halves }, at)];
  const [, second, last] = at.times;
  // A mean over terms below 1 whose phases are rounded at E t is no worse than EPSILON t.
  const rounding = (Number.EPSILON * last) / (last - second);
  return perObservable((name) => {
    const extrapolated = (window: 0 | 1): number => (16 * half[window][name] - full[window][name]) / 3;
    const value = extrapolated(0);
    return { value, error: Math.abs(value - 4 * half[0][name]) + Math.abs(value - extrapolated(1)) + rounding };
  });
};
