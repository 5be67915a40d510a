import type { Ball } from '../../../number/ball.ts';
import { exponential, exponentialError } from './exponential.ts';
import { type Frame, fixed, float, type Input, onGrid, scale, wide } from './frame.ts';
import type { CertifiedLine, LineAt, Rectangle } from './line.ts';

/** A product of bells exp(-(u - centre)^2/sigma^2) times the sum of exp(-(Delta - distance)^2/(4 sigma^2)). */
interface Bells {
  readonly centre: Ball;
  readonly distances: readonly Ball[];
}

const away = (lo: number, hi: number, from: number): number => Math.max(0, lo - from, from - hi) / wide;

/**
 * Two bells of one standard deviation sigma around a and b: (u + Delta/2 - a)^2 + (u - Delta/2 - b)^2 =
 * 2 (u - (a + b)/2)^2 + (Delta - (a - b))^2/2. All is multiplied by exp(offset), the least of the second terms that occurs.
 */
const bellsAt = (
  frame: Frame,
  least: number,
  tolerance: number,
  origin: Ball,
  sigma: Ball,
  bells: readonly Bells[],
): LineAt => {
  const { base, bits } = frame;
  const B = BigInt(bits);
  const exp = exponential(bits);
  const square = base.mul(sigma, sigma);
  const rate = fixed(frame, base.div(base.rational({ numerator: 1n, denominator: 1n }), square));
  const inFour = base.mul(base.rational({ numerator: 4n, denominator: 1n }), square);
  const s2 = float(frame, square);
  const s = Math.sqrt(s2);
  const places = bells.map(({ centre, distances }) => ({
    centre: fixed(frame, centre),
    middle: float(frame, centre),
    distances,
    near: distances.map((distance) => float(frame, distance)),
  }));
  const ends = [least, 1];
  const gap = (distance: number): number => away(ends[0] as number, ends[1] as number, Math.abs(distance));
  const offset = Math.floor(Math.min(...places.flatMap(({ near }) => near.map((d) => (gap(d) * gap(d)) / (4 * s2)))));
  const count = bells.reduce((sum, { distances }) => sum + distances.length, 0);
  const outermost = Math.max(...places.map(({ middle }) => Math.abs(middle)));
  // exp(-x^2) sigma^2/(2 x sigma) < tolerance.
  const cut = (outermost + s * Math.sqrt(Math.max(1, Math.log(1 / tolerance)))) * wide;
  const grid = scale(Math.max(-38, Math.floor(Math.log2(cut)) - 6));
  const end = Math.ceil(cut / grid) * grid;
  const beyond = (end - outermost) / s / wide;
  const factor = (near: readonly number[], lo: number, hi: number, height: number): number =>
    near.reduce((sum, d) => {
      const x = away(lo, hi, d);
      return sum + Math.exp(offset + (height * height - x * x) / (4 * s2));
    }, 0) *
    wide *
    wide;
  const highest = (delta: Rectangle, height: number): number =>
    places.reduce((sum, { near }) => sum + factor(near, delta.lo, delta.hi, delta.height), 0) *
    Math.exp((height * height) / s2) *
    wide *
    wide;
  const largest = count * wide;
  return {
    origin,
    breaks: [],
    largest,
    // |2 x exp(-x^2)| < 0.86.
    slope: (0.86 * largest * wide) / s,
    reach: end + 1,
    // z = u - centre errs by 2 beside u; z^2 rate by 2 |z|/sigma^2 of that (in `slope`), by 2 z^2 and 2/sigma^2; its exponential by 16;
    // the factor of each bell by 2, as a fixed-point number; the product by 1.
    error: (count * (2 + 2 * end * (2 * end) * 2 + 2 / s2 + exponentialError + 3) + (2 * 0.86 * largest) / s) * wide,
    overall: (delta, height) => highest(delta, height) * s * 1.7725 * wide,
    highest: (delta, height) => highest(delta, height),
    prepare: (u) =>
      places.map(({ centre }) =>
        u.map((x) => {
          const z = x - centre;
          return exp((((z * z) >> B) * rate) >> B);
        }),
      ),
    at: (delta) => {
      const distance = float(frame, delta);
      const factors = places.map(({ distances }) =>
        fixed(
          frame,
          distances
            .map((d) => {
              const x = base.sub(delta, d);
              const start = base.rational({ numerator: BigInt(offset), denominator: 1n });
              return base.exp(base.sub(start, base.div(base.mul(x, x), inFour)));
            })
            .reduce((sum, value) => base.add(sum, value)),
        ),
      );
      const sizes = places.map(({ near }) => factor(near, distance, distance, 0));
      const range = [-onGrid(end, bits), onGrid(end, bits)] as const;
      return {
        range,
        // Two tails of each bell: s exp(-x^2)/(2 x).
        tail: ((sizes.reduce((sum, size) => sum + size, 0) * s * Math.exp(-beyond * beyond)) / beyond) * wide * wide,
        bound: (lo, hi, height) => {
          let sum = 0;
          for (let k = 0; k < places.length; k++) {
            const x = away(lo, hi, (places[k] as { middle: number }).middle);
            sum += (sizes[k] as number) * Math.exp((height * height - x * x) / s2);
          }
          return sum * wide * wide;
        },
        weights: (u, prepared) => {
          const [only, second] = prepared;
          const a = factors[0] as bigint;
          if (second === undefined) return (only as readonly bigint[]).map((x) => (x * a) >> B);
          return u.map((_, i) => {
            let sum = 0n;
            for (let k = 0; k < factors.length; k++) sum += (factors[k] as bigint) * (prepared[k]?.[i] as bigint);
            return sum >> B;
          });
        },
      };
    },
  };
};

const standardDeviation = (frame: Frame, fwhm: Input): Ball => {
  const { base, omega0I } = frame;
  const two = base.rational({ numerator: 2n, denominator: 1n });
  const width = fwhm(base);
  if (base.sign(width) !== 1) throw new RangeError(`expected a positive width of the line, got ${base.middle(width)}`);
  return base.div(width, base.mul(base.mul(two, base.sqrt(base.mul(two, base.log(two)))), omega0I));
};

/** A Gaussian around omegaS of full width fwhm at half height, rad/s. */
export const certifiedGaussian = (of: { readonly omegaS: Input; readonly fwhm: Input }): CertifiedLine => ({
  name: 'Gaussian',
  at: (frame, least, tolerance) => {
    const zero = frame.base.rational({ numerator: 0n, denominator: 1n });
    const sigma = standardDeviation(frame, of.fwhm);
    return bellsAt(frame, least, tolerance, of.omegaS(frame.base), sigma, [{ centre: zero, distances: [zero] }]);
  },
});

/** Two equal Gaussians of full width fwhm at half height around omegaS -+ separation/2, rad/s. */
export const certifiedTwoLines = (of: {
  readonly omegaS: Input;
  readonly fwhm: Input;
  readonly separation: Input;
}): CertifiedLine => ({
  name: 'two lines',
  at: (frame, least, tolerance) => {
    const { base, omega0I } = frame;
    const zero = base.rational({ numerator: 0n, denominator: 1n });
    const apart = base.div(of.separation(base), omega0I);
    const half = base.div(apart, base.rational({ numerator: 2n, denominator: 1n }));
    return bellsAt(frame, least, tolerance, of.omegaS(base), standardDeviation(frame, of.fwhm), [
      { centre: half, distances: [zero] },
      { centre: base.neg(half), distances: [zero] },
      { centre: zero, distances: [apart, base.neg(apart)] },
    ]);
  },
});
