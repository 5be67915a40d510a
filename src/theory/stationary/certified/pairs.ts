import { tanhBound } from './bounds.ts';
import { exponential, exponentialError } from './exponential.ts';
import { wide } from './frame.ts';

/** sin phi = Delta/omega0I of a pair, and what the interactions add to E: fixed-point numbers within 2 units. */
export interface PairAt {
  readonly sin: bigint;
  readonly interaction: bigint;
  /** sin phi in binary64, and a bound of what the interactions add to |E|. */
  readonly s: number;
  readonly added: number;
}

/** A complex angle: bounds of |Re sin phi|, |Im sin phi|, |Im cos^2 phi|. */
export interface AngleBounds {
  readonly sinRe: number;
  readonly sinIm: number;
  readonly cosSquareIm: number;
}

/**
 * The exponent E of the populations exp(-+E/2) of the two mixed states. With X and X' the Zeeman terms of the electrons
 * and S = X + X', the populations are functions of p = (E + S)/4 and m = (E - S)/4.
 */
export interface Model {
  /** What the interactions add to E for sin phi, cos^2 phi and omega0I betaSS. */
  readonly interaction: <T>(
    arithmetic: { readonly add: (a: T, b: T) => T; readonly sub: (a: T, b: T) => T; readonly mul: (a: T, b: T) => T },
    of: { readonly one: T; readonly sin: T; readonly cosSquare: T; readonly betaSS: T },
  ) => T;
  /** E. */
  readonly exponent: (difference: bigint, pair: PairAt, bits: bigint) => bigint;
  /** Bounds of |Im p| and |Im m| at a real angle, given those of |Im X| and |Im X'|. */
  readonly imaginary: (s: number, here: number, there: number) => readonly [number, number];
  /** A bound of both at a complex angle, given one of |Im X| and |Im X'|, one of |X - X'| and |omega0I betaSS|. */
  readonly imaginaryAt: (angle: AngleBounds, term: number, difference: number, betaSS: number) => number;
}

/**
 * E = sin phi (X - X') + cos^2 phi omega0I betaSS: 4 p = (1 + sin phi) X + (1 - sin phi) X' + ..., and -4 m the same with X
 * and X' exchanged, up to the interactions. At a complex angle |Im (4 p)| <= (|1 + Re sin| + |1 - Re sin|) |Im X|
 * + |Im sin| |Re (X - X')| + |Im cos^2| |omega0I betaSS|.
 */
export const means: Model = {
  interaction: ({ mul }, { cosSquare, betaSS }) => mul(cosSquare, betaSS),
  exponent: (difference, { sin, interaction }, bits) => ((sin * difference) >> bits) + interaction,
  imaginary: (s, here, there) => [
    (((1 + s) * here + (1 - s) * there) / 4) * wide,
    (((1 - s) * here + (1 + s) * there) / 4) * wide,
  ],
  imaginaryAt: ({ sinRe, sinIm, cosSquareIm }, term, difference, betaSS) =>
    ((2 * Math.max(1, sinRe) * term + sinIm * difference + cosSquareIm * betaSS) / 4) * wide,
};

/** E = X - X' + (1 - sin phi) omega0I betaSS, as Eq. (85) has it: 4 p = 2 X + ..., 4 m = -2 X' + ... */
export const labelled: Model = {
  interaction: ({ mul, sub }, { one, sin, betaSS }) => mul(sub(one, sin), betaSS),
  exponent: (difference, { interaction }) => difference + interaction,
  imaginary: (_s, here, there) => [(here / 2) * wide, (there / 2) * wide],
  imaginaryAt: ({ sinIm }, term, _difference, betaSS) => ((2 * term + sinIm * betaSS) / 4) * wide,
};

/**
 * A bound of |d/N| and |s/N|, d/N = (tanh p + tanh m)/2 and s/N = (1 + tanh p tanh m)/2, from bounds of |Im p| and
 * |Im m| and the least |Re p| and |Re m|: with both tangents at most a, b >= 1 in magnitude, (a + b)/2 <= a b and
 * (1 + a b)/2 <= a b.
 */
export const populationBound = (p: number, m: number, away = 0): number => tanhBound(p, away) * tanhBound(m, away);

/**
 * The least |Re p| and |Re m| at a real angle for ranges of Re X and Re X': where both are above a or both below -a,
 * 4 p and -4 m are sums of X and X' with weights that are positive and add up to 2, up to the interactions.
 */
export const leastReal = (
  here: readonly [number, number],
  there: readonly [number, number],
  interaction: number,
): number => {
  const a = Math.max(Math.min(here[0], there[0]), -Math.max(here[1], there[1]));
  return Math.max(0, (2 * a - interaction) / 4 / wide);
};

/**
 * The error of `populations` in units, for terms X that err by `error` units and are at most `largest` in magnitude.
 * E errs by 2 error + (sin errs by 2 units) 2 (2 largest) + 3, 2 p and 2 m by (that + 2 error)/2 + 1 =: e, their
 * exponentials by e + 16. Each changes d/N and s/N by at most its change: tanh p = (1 - P)/(1 + P), P = exp(-2 |p|), has a
 * slope of at most 2, halved. Products, quotient: 8 units.
 */
export const populationError = (error: number, largest: number): number =>
  2 * ((4 * error + 4 * largest + 3) / 2 + 1 + exponentialError) + 8;

/**
 * Adds w d/N and w s/N for one pair, w >= 0, to sums of unit 2^(-2 bits). With P = exp(-2 |p|), M = exp(-2 |m|) and
 * D = (1 + P)(1 + M): d/N = +-(1 - P M)/D and s/N = (1 + P M)/D where p and m are of one sign, that of d/N; otherwise
 * d/N = +-(M - P)/D, with the sign of p, and s/N = (P + M)/D. Neither overflows or cancels.
 */
export const populations = (model: Model, bits: number) => {
  const B = BigInt(bits);
  const one = 1n << B;
  const exp = exponential(bits);
  return (pair: PairAt, X: bigint, there: bigint, weight: bigint, sums: { d: bigint; s: bigint }): void => {
    const [E, S] = [model.exponent(X - there, pair, B), X + there];
    const [p, m] = [(E + S) >> 1n, (E - S) >> 1n];
    const [P, M] = [exp(p < 0n ? -p : p), exp(m < 0n ? -m : m)];
    const PM = (P * M) >> B;
    const w = (weight << B) / (one + P + M + PM);
    if (p < 0n === m < 0n) {
      const d = w * (one - PM);
      sums.d += p < 0n ? -d : d;
      sums.s += w * (one + PM);
    } else {
      const d = w * (M - P);
      sums.d += p < 0n ? -d : d;
      sums.s += w * (P + M);
    }
  };
};
