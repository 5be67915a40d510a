import type { Ball } from '../../../number/ball.ts';
import { fixed, float, type Input, wide } from './frame.ts';
import type { CertifiedLine, WeightsAt } from './line.ts';

/**
 * A line through points (omega, height) in rising order of omega, rad/s, straight between them and 0 outside; heights of
 * any unit, at least 0. A RangeError for fewer than two points, for points out of order, or no height above 0.
 */
export const certifiedTableLine = (points: readonly (readonly [omega: Input, height: Input])[]): CertifiedLine => ({
  name: 'table',
  at: (frame) => {
    const { base, bits, omega0I } = frame;
    const B = BigInt(bits);
    if (points.length < 2) throw new RangeError(`expected at least 2 points of the line, got ${points.length}`);
    const given = points.map(([omega, height]) => [omega(base), height(base)] as const);
    const [origin] = given[0] as readonly [Ball, Ball];
    const top = given.reduce(
      (most, [, height]) => base.max(most, height),
      base.rational({ numerator: 0n, denominator: 1n }),
    );
    if (base.sign(top) !== 1) throw new RangeError('expected a line with a height above 0');
    const places = given.map(([omega]) => base.div(base.sub(omega, origin), omega0I));
    const heights = given.map(([, height]) => base.div(height, top));
    heights.forEach((height, k) => {
      if (base.sign(height) === -1)
        throw new RangeError(`expected heights of at least 0, got ${base.middle(height)} at point ${k + 1}`);
    });
    const breaks = places.map((place) => fixed(frame, place));
    const values = heights.map((height) => fixed(frame, height));
    const [near, tall] = [places.map((x) => float(frame, x)), heights.map((x) => float(frame, x))];
    const slopes: bigint[] = [];
    const steep: number[] = [];
    for (let k = 0; k + 1 < points.length; k++) {
      const width = base.sub(places[k + 1] as Ball, places[k] as Ball);
      if (base.sign(width) !== 1)
        throw new RangeError(`expected rising frequencies of the line, not so at point ${k + 2}`);
      const slope = base.div(base.sub(heights[k + 1] as Ball, heights[k] as Ball), width);
      slopes.push(fixed(frame, slope));
      steep.push(float(frame, slope));
    }
    const length = near[near.length - 1] as number;
    const steepest = Math.max(...steep.map(Math.abs)) * wide;
    // Piece 0 lies before the first point, piece k between points k - 1 and k.
    const height = (y: bigint, piece: number): bigint => {
      const k = piece - 1;
      return (values[k] as bigint) + (((y - (breaks[k] as bigint)) * (slopes[k] as bigint)) >> B);
    };
    const outside = (piece: number): boolean => piece === 0 || piece === points.length;
    const top1 = (lo: number, hi: number, rise: number, piece: number): number => {
      const [start, slope, from] = [tall[piece - 1], steep[piece - 1], near[piece - 1]] as [number, number, number];
      const ends = Math.max(Math.abs(start + slope * (lo - from)), Math.abs(start + slope * (hi - from)));
      return ends * wide + Math.abs(slope) * rise * wide + 1e-12;
    };
    const highest = (rise: number, beyond: number): number => {
      const most = 1 + steepest * (rise + beyond);
      return most * most * wide;
    };
    return {
      origin,
      breaks,
      largest: wide,
      slope: 2 * steepest * wide,
      reach: length * wide + 1,
      // Each height by 2 for its value, 2 + 2 steepest for where its point and u + Delta/2 lie, 2 length for the slope, 1.
      error: 2 * (2 + 6 * steepest + 2 * (length + 1) + 2) * wide,
      overall: (_delta, rise, beyond) => highest(rise, beyond) * length * wide,
      highest: (_delta, rise, beyond) => highest(rise, beyond),
      prepare: () => [],
      at: (delta): WeightsAt => {
        const shift = fixed(frame, delta) >> 1n;
        const half = float(frame, delta) / 2;
        const last = breaks[breaks.length - 1] as bigint;
        const inward = shift < 0n ? -shift : shift;
        return {
          range: [inward, last - inward],
          tail: 0,
          bound: (lo, hi, rise, here, there) =>
            outside(here) || outside(there)
              ? 0
              : top1(lo + half, hi + half, rise, here) * top1(lo - half, hi - half, rise, there),
          weights: (u, _prepared, here, there) =>
            outside(here) || outside(there)
              ? u.map(() => 0n)
              : u.map((x) => {
                  const w = (height(x + shift, here) * height(x - shift, there)) >> B;
                  return w < 0n ? 0n : w;
                }),
        };
      },
    };
  },
});
