import { fixed, float, type Input, scale, wide } from './frame.ts';
import type { CertifiedLine } from './line.ts';

/**
 * A Lorentzian around omegaS of full width fwhm at half height, rad/s. With gamma = fwhm/2 and y = u +- Delta/2 the weight
 * is gamma^4/((y^2 + gamma^2)(y'^2 + gamma^2)). Where |Im y| <= h < gamma, |y^2 + gamma^2| >= (Re y)^2 + (gamma - h)^2, for
 * it is |y + i gamma||y - i gamma|, and both factors are that far away at least. The integral of a product of two
 * Lorentzians 1/(x^2 + k^2) at a distance D is 2 pi/(k (D^2 + 4 k^2)).
 */
export const certifiedLorentzian = (of: { readonly omegaS: Input; readonly fwhm: Input }): CertifiedLine => ({
  name: 'Lorentzian',
  at: (frame, _least, tolerance) => {
    const { base, bits, omega0I } = frame;
    const B = BigInt(bits);
    const two = base.rational({ numerator: 2n, denominator: 1n });
    const width = base.div(of.fwhm(base), base.mul(two, omega0I));
    if (base.sign(width) !== 1)
      throw new RangeError(`expected a positive width of the line, got ${base.middle(width)}`);
    const square = fixed(frame, base.mul(width, width));
    const fourth = square * square;
    const g = float(frame, width);
    // Beyond end > 1 both |y| are above u - 1/2: 2 gamma^4/(3 (end - 1/2)^3) remains.
    const end = scale(Math.max(2, Math.ceil(Math.log2(1 + Math.cbrt((g * g * g * g) / tolerance)))));
    const highest = (height: number): number => {
      const rest = g / wide - height;
      const ratio = rest > 0 ? g / rest : Number.POSITIVE_INFINITY;
      return ratio * ratio * ratio * ratio * wide;
    };
    const factor = (lo: number, hi: number, height: number): number => {
      const [x, rest] = [Math.max(0, lo, -hi) / wide, Math.max(0, g / wide - height)];
      // |y + i gamma| for Im y >= 0; below the axis the two factors change places.
      return (g * g) / Math.sqrt((x * x + rest * rest) * (x * x + (g * g) / wide));
    };
    return {
      origin: of.omegaS(base),
      breaks: [],
      largest: wide,
      // |d/dy| of gamma^2/(y^2 + gamma^2) is below 1/gamma.
      slope: (2 / g) * wide,
      reach: end + 1,
      // The numerator by 3 and each y^2 + gamma^2 >= gamma^2 by 4 beside 2 |y| (1 + error of u), relative to itself.
      error: (3 / (g * g) + (2 * 4) / (g * g) + 4 / g + 4) * wide,
      overall: (delta, height) => {
        const k = g / wide - height;
        if (!(k > 0)) return Number.POSITIVE_INFINITY;
        const D = Math.max(0, delta.lo, -delta.hi) / wide;
        return ((g * g * g * g * 6.2832) / (k * (D * D + 4 * k * k))) * wide * wide;
      },
      highest: (_delta, height) => highest(height),
      prepare: () => [],
      at: (delta) => {
        const shift = fixed(frame, delta) >> 1n;
        const half = float(frame, delta) / 2;
        return {
          range: [BigInt(-end) << B, BigInt(end) << B],
          tail: ((2 * g * g * g * g) / (3 * (end - 0.5) * (end - 0.5) * (end - 0.5))) * wide,
          bound: (lo, hi, height) => factor(lo + half, hi + half, height) * factor(lo - half, hi - half, height) * wide,
          weights: (u) =>
            u.map((x) => {
              const [y, there] = [x + shift, x - shift];
              return (fourth << B) / ((square + ((y * y) >> B)) * (square + ((there * there) >> B)));
            }),
        };
      },
    };
  },
});
