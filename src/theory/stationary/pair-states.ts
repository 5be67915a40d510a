import type { Model } from '../pair-populations.ts';

/**
 * Populations of the two mixed states of a pair of electrons at resonance, Delta^2 + D^2 = omega0I^2, in binary64.
 *
 * `here` and `there` are the Zeeman terms X of the two electrons, S = here + there, dX = here - there. With lower,
 * upper and the two parallel populations exp(-+S/2), all unnormalised, the flow to the nuclei is that of
 * d = lower - upper less P times s = lower + upper, over N = s + 2 cosh(S/2).
 *
 * - `means`: lower/upper = exp(E), E = (Delta/omega0I) dX + (D^2/omega0I) betaSS.
 * - `labelled`: E = dX + (omega0I - Delta) betaSS. Eq. (85).
 * - `Provotorov`: the diagonal of exp(-alpha H_Z - betaSS H_SS): lower and upper are cosh(W/2) +- m sinh(W/2) with
 *   W = sqrt(dX^2 + D^2 betaSS^2) and m = (Delta dX + D^2 betaSS)/(omega0I W).
 */

/**
 * Places in a sum over pairs of d/N, lower/N, upper/N and 1; lower and upper give 1 + P and 1 - P without cancellation, 1
 * is the number of pairs.
 */
export const [ofDifference, ofLower, ofUpper, ofNumber] = [0, 1, 2, 3] as const;
export const places = 4;

/** Keeps exp away from 0, where what it divides is 0 as well. */
const deepest = -700;

/** Adds weight x (d/N, lower/N, upper/N, 1) over `count` pairs with E = slope dX + constant to `sums`. */
const addExponential = (
  slope: number,
  constant: number,
  here: Float64Array,
  there: Float64Array,
  weight: Float64Array,
  count: number,
  sums: Float64Array,
): void => {
  let [difference, lower, upper, number] = [0, 0, 0, 0];
  for (let k = 0; k < count; k++) {
    const [x, y] = [here[k] as number, there[k] as number];
    const E = slope * (x - y) + constant;
    const size = Math.abs(E);
    // All populations over exp(|E|/2): the mixed ones 1 and small = 1 + less, the parallel ones q and small/q.
    const less = Math.expm1(-size);
    const q = Math.exp(Math.max(deepest, (Math.abs(x + y) - size) / 2));
    const small = size > 1 ? Math.exp(-size) : 1 + less;
    const share = weight[k] as number;
    const unit = share / ((1 + q) * (1 + small / q));
    number += share;
    if (E > 0) {
      difference -= less * unit;
      lower += unit;
      upper += small * unit;
    } else {
      difference += less * unit;
      lower += small * unit;
      upper += unit;
    }
  }
  sums[ofDifference] = (sums[ofDifference] as number) + difference;
  sums[ofLower] = (sums[ofLower] as number) + lower;
  sums[ofUpper] = (sums[ofUpper] as number) + upper;
  sums[ofNumber] = (sums[ofNumber] as number) + number;
};

/** The same for `Provotorov`: cosine = Delta/omega0I, sine = D/omega0I, interaction = D betaSS. */
const addProvotorov = (
  cosine: number,
  sine: number,
  interaction: number,
  here: Float64Array,
  there: Float64Array,
  weight: Float64Array,
  count: number,
  sums: Float64Array,
): void => {
  let [difference, lower, upper, number] = [0, 0, 0, 0];
  for (let k = 0; k < count; k++) {
    const [x, y] = [here[k] as number, there[k] as number];
    const W = Math.hypot(x - y, interaction);
    const m = W === 0 ? 0 : (cosine * (x - y) + sine * interaction) / W;
    const less = Math.expm1(-W);
    const q = Math.exp(Math.max(deepest, (Math.abs(x + y) - W) / 2));
    const small = W > 1 ? Math.exp(-W) : 1 + less;
    const share = weight[k] as number;
    const unit = share / ((1 + q) * (1 + small / q));
    number += share;
    difference -= m * less * unit;
    lower += ((1 + m + small * (1 - m)) / 2) * unit;
    upper += ((1 - m + small * (1 + m)) / 2) * unit;
  }
  sums[ofDifference] = (sums[ofDifference] as number) + difference;
  sums[ofLower] = (sums[ofLower] as number) + lower;
  sums[ofUpper] = (sums[ofUpper] as number) + upper;
  sums[ofNumber] = (sums[ofNumber] as number) + number;
};

/** What pairs of one Delta have in common. */
export interface Resonance {
  readonly model: Model;
  /** Nuclear Zeeman splitting, rad/s. */
  readonly omega0I: number;
  /** Delta/omega0I, from -1 to 1. */
  cosine: number;
  /** D/omega0I = sqrt(1 - cosine^2), given by itself so that it is exact where it is small. */
  sine: number;
  /** Inverse temperature of the interactions, s. */
  readonly betaSS: number;
}

/** Adds weight x (d/N, lower/N, upper/N, 1) of `count` pairs of the same Delta to `sums`. */
export const addPairs = (
  { model, omega0I, cosine, sine, betaSS }: Resonance,
  here: Float64Array,
  there: Float64Array,
  weight: Float64Array,
  count: number,
  sums: Float64Array,
): void => {
  const energy = omega0I * betaSS;
  if (model === 'Provotorov') addProvotorov(cosine, sine, sine * energy, here, there, weight, count, sums);
  else if (model === 'means') addExponential(cosine, sine * sine * energy, here, there, weight, count, sums);
  else {
    // 1 - cosine without cancellation where Delta is near omega0I.
    const rest = cosine > 0 ? (sine * sine) / (1 + cosine) : 1 - cosine;
    addExponential(1, rest * energy, here, there, weight, count, sums);
  }
};

/** What a pair gives to the flow. */
export interface PairState {
  /** d/N, between -1 and 1. */
  readonly difference: number;
  /** s/N, from 0 to 1. */
  readonly sum: number;
}

/**
 * d/N and s/N of one pair; pure numbers. Zeeman terms and betaSS are any finite real numbers, |Delta| <= omega0I. The
 * relative error of d/N is a few ulp beyond what the cancellation within E or m leaves.
 */
export const pairState = (
  model: Model,
  here: number,
  there: number,
  Delta: number,
  omega0I: number,
  betaSS: number,
): PairState => {
  const sums = new Float64Array(places);
  const sine = Math.sqrt((omega0I - Delta) * (omega0I + Delta)) / omega0I;
  const resonance: Resonance = { model, omega0I, cosine: Delta / omega0I, sine, betaSS };
  addPairs(resonance, Float64Array.of(here), Float64Array.of(there), Float64Array.of(1), 1, sums);
  return {
    difference: sums[ofDifference] as number,
    sum: (sums[ofLower] as number) + (sums[ofUpper] as number),
  };
};
