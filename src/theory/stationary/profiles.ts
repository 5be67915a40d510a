import { finite, positive } from './line.ts';
import type { Pole } from './panels.ts';
import { checkedTable, intervalAt, type Point } from './table-line.ts';

/** Temperatures across a line, as the Zeeman term X(omega) = omega alpha(omega), a pure number. */

export interface Profile {
  readonly name: string;
  /** X(omega), a pure number; omega in rad/s. */
  readonly term: (omega: number) => number;
  /** Rising, rad/s; X is analytic between them. */
  readonly breaks: readonly number[];
  /** out[k] = X(origin + (offset[k] - by)), k < count, with distances taken before the origin is added. */
  readonly terms: (offset: Float64Array, count: number, origin: number, by: number, out: Float64Array) => void;
  /** Poles of the populations that go with X, rad/s. */
  readonly poles: readonly Pole[];
  /** How far from the real axis the populations are analytic apart from the poles, between two breaks, rad/s. */
  readonly reach: (from: number, to: number) => number;
}

/** tanh(X/2) has its poles at X = i pi (2k + 1): pi/|slope| from where a straight X is 0. */
const polesOf = (beta: number, shift: number): Pole[] =>
  beta === 0 ? [] : [{ at: -shift / beta, width: Math.PI / Math.abs(beta) }];

const straight = (name: string, beta: number, shift: number): Profile => ({
  name,
  term: (omega) => omega * beta + shift,
  breaks: [],
  terms: (offset, count, origin, by, out) => {
    // Added once, so that the difference of the two electrons of a pair carries no rounding of large terms.
    const there = origin * beta + shift;
    for (let k = 0; k < count; k++) out[k] = there + ((offset[k] as number) - by) * beta;
  },
  poles: polesOf(beta, shift),
  reach: () => Number.POSITIVE_INFINITY,
});

/** All electrons at the temperature of the lattice: X = omega betaL; betaL in s, of either sign. */
export const latticeProfile = ({ betaL }: { readonly betaL: number }): Profile =>
  straight('lattice', finite('betaL', betaL), 0);

/** X = omega beta + shift, which fast spectral diffusion leads to, Eq. (94); beta in s, of either sign. */
export const equilibriumProfile = ({ beta, shift }: { readonly beta: number; readonly shift: number }): Profile =>
  straight('local equilibrium', finite('beta', beta), finite('shift', shift));

/**
 * A Lorentzian hole around omegaM, of full width holeFwhm > 0 at half depth, rad/s, in the temperature betaL (s, of
 * either sign) of the lattice: X = omega betaL (1 - depth/(1 + ((omega - omegaM)/(holeFwhm/2))^2)), 0 <= depth <= 1.
 * Throws RangeError outside.
 */
export const holeProfile = (of: {
  readonly betaL: number;
  readonly omegaM: number;
  readonly holeFwhm: number;
  readonly depth: number;
}): Profile => {
  const betaL = finite('betaL', of.betaL);
  const omegaM = finite('omegaM', of.omegaM);
  const halfWidth = positive('holeFwhm', of.holeFwhm) / 2;
  const depth = finite('depth', of.depth);
  if (depth < 0 || depth > 1) throw new RangeError(`depth must be from 0 to 1, got ${depth}`);
  // The hole has its pole at halfWidth; deep holes at low temperature let tanh(X/2) cross over within 1/X of that.
  const sharpness = (depth * omegaM * betaL) / 3;
  return {
    name: 'hole',
    term: (omega) => {
      const x = (omega - omegaM) / halfWidth;
      return omega * betaL * (1 - depth / (1 + x * x));
    },
    breaks: [],
    terms: (offset, count, origin, by, out) => {
      const centre = omegaM - origin;
      for (let k = 0; k < count; k++) {
        const there = (offset[k] as number) - by;
        const x = (there - centre) / halfWidth;
        out[k] = (origin + there) * betaL * (1 - depth / (1 + x * x));
      }
    },
    poles: [
      ...polesOf(betaL, 0),
      ...(depth === 0 ? [] : [{ at: omegaM, width: (0.9 * halfWidth) / Math.hypot(1, sharpness) }]),
    ],
    reach: () => Number.POSITIVE_INFINITY,
  };
};

/**
 * X = omega alpha(omega) with alpha (s, of either sign) piecewise linear through points [omega in rad/s, alpha], constant
 * beyond them. Throws RangeError, naming the row, unless frequencies rise strictly and all numbers are finite.
 */
export const tableProfile = (points: readonly Point[]): Profile => {
  checkedTable('the profile', ['frequency', 'inverse temperature'], points);
  const omega = Float64Array.from(points, ([at]) => at);
  const alpha = Float64Array.from(points, ([, value]) => value);
  const last = omega.length - 1;
  /** alpha at a distance x from omega[k], k being its interval. */
  const within = (k: number, x: number): number => {
    const length = (omega[k + 1] as number) - (omega[k] as number);
    if (x <= 0) return alpha[k] as number;
    if (x >= length) return alpha[k + 1] as number;
    return (alpha[k] as number) + (((alpha[k + 1] as number) - (alpha[k] as number)) * x) / length;
  };
  return {
    name: 'table',
    term: (at) => {
      const k = intervalAt(omega, at);
      return at * within(k, at - (omega[k] as number));
    },
    breaks: [...omega],
    terms: (offset, count, origin, by, out) => {
      // Quadrature nodes rise from panel to panel, so that the interval is found by going on from the last one.
      let k = intervalAt(omega, origin + ((offset[0] as number) - by));
      for (let n = 0; n < count; n++) {
        const there = (offset[n] as number) - by;
        while (k + 1 < last && there >= (omega[k + 1] as number) - origin) k++;
        out[n] = (origin + there) * within(k, there - ((omega[k] as number) - origin));
      }
    },
    poles: [],
    reach: (from, to) => {
      const middle = (from + to) / 2;
      const k = intervalAt(omega, middle);
      const inside = middle > (omega[0] as number) && middle < (omega[last] as number);
      const slope = inside
        ? ((alpha[k + 1] as number) - (alpha[k] as number)) / ((omega[k + 1] as number) - (omega[k] as number))
        : 0;
      const size = (at: number): number => Math.abs(within(k, at - (omega[k] as number)) + at * slope);
      return Math.PI / Math.max(size(from), size(to), size(middle));
    },
  };
};
