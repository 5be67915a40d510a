import type { Ball } from '../../../number/ball.ts';
import { type Frame, fixed, float, type Input, wide } from './frame.ts';

/**
 * The Zeeman term X(omega) = omega alpha(omega), a pure number, with what a proof needs of it. y is a frequency from the
 * origin of the line in units of omega0I; between two breaks X is analytic, and its pieces are numbered from 0.
 */
export interface TermAt {
  readonly breaks: readonly bigint[];
  /** X at y, by the formula of a piece. */
  readonly term: (y: bigint, piece: number) => bigint;
  /** A bound of the error of `term` in units, for y that errs by `error` units and is at most `reach` in magnitude. */
  readonly error: (error: number, reach: number) => number;
  /** A bound of |X| on the real axis where |y| <= reach. */
  readonly largest: (reach: number) => number;
  /** A bound of |Im X| where y is from lo to hi and |Im y| <= height, by the formula of a piece; infinite at a pole. */
  readonly imaginary: (lo: number, hi: number, height: number, piece: number) => number;
  /** A range of Re X there. */
  readonly real: (lo: number, hi: number, height: number, piece: number) => readonly [number, number];
  /** A bound of |Im X| for all y with |Im y| <= height, where y may lie up to `beyond` outside the piece whose formula it is. */
  readonly imaginaryAnywhere: (height: number, beyond: number) => number;
  /** A bound of |X(y) - X(y')| for two such y at that distance. */
  readonly difference: (distance: number, height: number, beyond: number) => number;
}

/** origin: the frequency where y = 0, rad/s. */
export interface CertifiedProfile {
  readonly name: string;
  readonly at: (frame: Frame, origin: Ball) => TermAt;
}

const straightAt = (frame: Frame, start: Ball, slope: Ball): TermAt => {
  const B = BigInt(frame.bits);
  const [X0, k] = [fixed(frame, start), fixed(frame, slope)];
  const [place, rise] = [float(frame, start), float(frame, slope)];
  const [size, steep] = [Math.abs(place) * wide, Math.abs(rise) * wide];
  return {
    breaks: [],
    term: (y) => X0 + ((k * y) >> B),
    // start and slope err by 2 units each, the product is cut by 1.
    error: (error, reach) => (3 + 2 * reach + (steep + 1) * error) * wide,
    largest: (reach) => (size + steep * reach) * wide,
    imaginary: (_lo, _hi, height) => steep * height * wide,
    real: (lo, hi) => {
      const [a, b] = [place + rise * lo, place + rise * hi];
      const slack = 1e-12 * (size + steep * (Math.abs(lo) + Math.abs(hi)));
      return [Math.min(a, b) - slack, Math.max(a, b) + slack];
    },
    imaginaryAnywhere: (height) => steep * height * wide,
    difference: (distance) => steep * distance * wide,
  };
};

/** All electrons at the temperature of the lattice: X = omega betaL; betaL in s, of either sign. */
export const certifiedLattice = ({ betaL }: { readonly betaL: Input }): CertifiedProfile => ({
  name: 'lattice',
  at: (frame, origin) => {
    const { base, omega0I } = frame;
    const beta = betaL(base);
    return straightAt(frame, base.mul(beta, origin), base.mul(beta, omega0I));
  },
});

/** X = omega beta + shift, which fast spectral diffusion leads to, Eq. (94); beta in s, of either sign. */
export const certifiedEquilibrium = (of: { readonly beta: Input; readonly shift: Input }): CertifiedProfile => ({
  name: 'local equilibrium',
  at: (frame, origin) => {
    const { base, omega0I } = frame;
    const beta = of.beta(base);
    return straightAt(frame, base.add(base.mul(beta, origin), of.shift(base)), base.mul(beta, omega0I));
  },
});

/**
 * A Lorentzian hole around omegaM, of full width holeFwhm > 0 at half depth, rad/s, in the temperature betaL (s, of either
 * sign) of the lattice: X = omega betaL (1 - depth L), L = delta^2/(z^2 + delta^2), z = omega - omegaM, delta = holeFwhm/2,
 * 0 <= depth <= 1. A RangeError outside.
 *
 * Bounds: X = betaL (omega - depth ((omegaM + z) L)). With 2 L = i delta (1/(z + i delta) - 1/(z - i delta)) and
 * 2 z L = delta^2 (1/(z + i delta) + 1/(z - i delta)), real for real z, the imaginary parts at x + i y are integrals over
 * the height from the real axis up, of derivatives in magnitude at most (delta/2)(1/|z + i delta|^2 + 1/|z - i delta|^2),
 * times delta for z L. That integral is that of 1/(x^2 + t^2) over t from delta - y to delta + y, which is
 * (1/x) atan(2 x y/(x^2 + delta^2 - y^2)) <= 2 y/(x^2 + delta^2 - y^2) while this is positive:
 * |Im L| <= delta y/(x^2 + delta^2 - y^2) and |Im z L| <= delta times that.
 * Where |y| <= h < delta: |z^2 + delta^2| >= (delta - h) delta, |L| <= delta/(delta - h), and |z L| <= delta^2/(delta - h),
 * for 2 |z|/|z^2 + delta^2| = |1/(z + i delta) + 1/(z - i delta)|. So two terms differ by at most |betaL| times their
 * distance plus twice |betaL| depth (|omegaM| + delta) delta/(delta - h).
 */
export const certifiedHole = (of: {
  readonly betaL: Input;
  readonly omegaM: Input;
  readonly holeFwhm: Input;
  readonly depth: Input;
}): CertifiedProfile => ({
  name: 'hole',
  at: (frame, origin) => {
    const { base, bits, omega0I } = frame;
    const B = BigInt(bits);
    const [beta, omegaM, depth] = [of.betaL(base), of.omegaM(base), of.depth(base)];
    const width = base.div(of.holeFwhm(base), base.mul(omega0I, base.rational({ numerator: 2n, denominator: 1n })));
    const [b, delta] = [float(frame, depth), float(frame, width) / wide];
    if (base.sign(width) !== 1) throw new RangeError(`expected a positive width of the hole, got ${delta}`);
    if (b < 0 || base.sign(base.sub(depth, base.rational({ numerator: 1n, denominator: 1n }))) === 1)
      throw new RangeError(`expected a depth of the hole from 0 to 1, got ${b}`);
    const whole = straightAt(frame, base.mul(beta, origin), base.mul(beta, omega0I));
    if (base.sign(depth) === 0) return whole;
    const square = base.mul(width, width);
    const [centre, Q0, bQ] = [base.div(base.sub(omegaM, origin), omega0I), square, base.mul(depth, square)].map((x) =>
      fixed(frame, x),
    ) as [bigint, bigint, bigint];
    const middle = float(frame, base.div(base.sub(omegaM, origin), omega0I));
    const steep = Math.abs(float(frame, base.mul(beta, omega0I)));
    const strength = (steep * Math.abs(float(frame, base.div(omegaM, omega0I))) + steep * delta) * b * wide;
    const imaginary = (nearest: number, height: number): number => {
      const rest = nearest * nearest + delta * delta - height * height;
      if (!(rest > 1e-6 * delta * delta)) return Number.POSITIVE_INFINITY;
      return (steep * height + (strength * delta * height) / rest) * wide;
    };
    return {
      breaks: [],
      term: (y) => {
        const z = y - centre;
        const X = whole.term(y, 0);
        return X - ((X * ((bQ << B) / (Q0 + ((z * z) >> B)))) >> B);
      },
      // With Q = delta^2 + z^2: z errs by e = error + 2, z^2 by 2 |z| e + 2 (e^2 units^2 being below 1), so that
      // depth delta^2/Q errs by (2 + (2 |z| e + 4))/Q + 1 <= (6/delta + e)/delta + 1 units.
      error: (error, reach) => {
        const ofHole = (6 / delta + error + 2) / delta + 1;
        return (2 * whole.error(error, reach) + whole.largest(reach) * ofHole + 2) * wide;
      },
      largest: whole.largest,
      imaginary: (lo, hi, height) => imaginary(Math.max(0, lo - middle, middle - hi) / wide, height),
      // |z^2 + delta^2| >= Re (z^2 + delta^2), and |z L| <= delta^2 over the distance from the poles.
      real: (lo, hi, height) => {
        const x = Math.max(0, lo - middle, middle - hi) / wide;
        const rest = x * x + delta * delta - height * height;
        if (!(rest > 1e-6 * delta * delta)) return [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
        const ofHole = (strength * delta * delta) / Math.min(rest, delta * Math.hypot(x, Math.max(0, delta - height)));
        const [a, b] = whole.real(lo, hi, height, 0);
        return [a - ofHole * wide, b + ofHole * wide];
      },
      imaginaryAnywhere: (height) => (height < delta ? imaginary(0, height) : Number.POSITIVE_INFINITY),
      difference: (distance, height) =>
        height < delta
          ? (steep * distance + (2 * strength * delta) / (delta - height)) * wide * wide
          : Number.POSITIVE_INFINITY,
    };
  },
});
