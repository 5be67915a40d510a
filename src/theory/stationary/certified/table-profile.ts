import type { Ball } from '../../../number/ball.ts';
import { fixed, float, type Input, wide } from './frame.ts';
import type { CertifiedProfile } from './profiles.ts';

/**
 * X = omega alpha(omega) with alpha (s, of either sign) straight between points (omega, alpha) in rising order of omega,
 * rad/s, and constant beyond them. A RangeError for fewer than two points and for points out of order.
 *
 * In units of omega0I from the origin Omega of the line, X = (Omega + y)(a + b (y - y_k)) on each piece, so that
 * |X'| <= |a + b (y - y_k)| + |b| |Omega + y|, and Re X at x + i h differs from X(x) by b h^2.
 */
export const certifiedTableProfile = (
  points: readonly (readonly [omega: Input, alpha: Input])[],
): CertifiedProfile => ({
  name: 'table',
  at: (frame, origin) => {
    const { base, bits, omega0I } = frame;
    const B = BigInt(bits);
    if (points.length < 2) throw new RangeError(`expected at least 2 points of the profile, got ${points.length}`);
    const places = points.map(([omega]) => base.div(base.sub(omega(base), origin), omega0I));
    const levels = points.map(([, alpha]) => base.mul(alpha(base), omega0I));
    const centre = base.div(origin, omega0I);
    const zero = base.rational({ numerator: 0n, denominator: 1n });
    // Pieces 0 and points.length lie beyond the points.
    const slopes: Ball[] = points.map((_, k) => {
      if (k === 0) return zero;
      const width = base.sub(places[k] as Ball, places[k - 1] as Ball);
      if (base.sign(width) !== 1)
        throw new RangeError(`expected rising frequencies of the profile, not so at point ${k + 1}`);
      return base.div(base.sub(levels[k] as Ball, levels[k - 1] as Ball), width);
    });
    slopes.push(zero);
    const before = (k: number): number => Math.max(0, k - 1);
    const [Omega, breaks, a, b] = [
      fixed(frame, centre),
      places.map((x) => fixed(frame, x)),
      levels.map((x) => fixed(frame, x)),
      slopes.map((x) => fixed(frame, x)),
    ];
    const [far, near, level, slope] = [
      Math.abs(float(frame, centre)) * wide,
      places.map((x) => float(frame, x)),
      levels.map((x) => float(frame, x)),
      slopes.map((x) => float(frame, x)),
    ];
    const top = Math.max(...level.map(Math.abs)) * wide;
    const steep = Math.max(...slope.map(Math.abs)) * wide;
    const outermost = Math.max(...near.map(Math.abs)) * wide;
    const steepest = (away: number): number => (top + steep * away + steep * (far + outermost + away)) * wide;
    const alphaAt = (x: number, piece: number): number =>
      (level[before(piece)] as number) + (slope[piece] as number) * (x - (near[before(piece)] as number));
    return {
      breaks,
      term: (y, piece) => {
        const k = before(piece);
        const alpha = (a[k] as bigint) + (((b[piece] as bigint) * (y - (breaks[k] as bigint))) >> B);
        return ((Omega + y) * alpha) >> B;
      },
      // Omega + y errs by error + 2, alpha by 2, by 2 (y - y_k), by the slope times error + 2, and by 1.
      error: (error, reach) =>
        ((error + 2) * (top + 1) + (far + reach + 1) * (3 + 2 * (reach + outermost) + steep * (error + 2)) + 1) * wide,
      largest: (reach) => (far + reach) * top * wide,
      imaginary: (lo, hi, height, piece) => {
        const rise = Math.abs(slope[piece] as number);
        const most = Math.max(Math.abs(alphaAt(lo, piece)), Math.abs(alphaAt(hi, piece)));
        const away = far + Math.max(Math.abs(lo), Math.abs(hi)) + height;
        return height * (most + rise * height + rise * away) * wide + 1e-12 * height * steepest(0);
      },
      real: (lo, hi, height, piece) => {
        const [from, to] = [lo, hi].map((x) => (float(frame, centre) + x) * alphaAt(x, piece)) as [number, number];
        const bend = Math.abs(slope[piece] as number) * ((hi - lo) * (hi - lo) * 0.25 + height * height) * wide;
        const slack = 1e-12 * (far + outermost + Math.abs(lo) + Math.abs(hi)) * (top + steep * (hi - lo));
        return [Math.min(from, to) - bend - slack, Math.max(from, to) + bend + slack];
      },
      imaginaryAnywhere: (height, beyond) => height * steepest(height + beyond) * wide,
      // Both are continued by up to `beyond` and lifted by `height` from places on the real axis.
      difference: (distance, height, beyond) => steepest(height + beyond) * (distance + 4 * beyond + 2 * height) * wide,
    };
  },
});
