import { wide } from './frame.ts';

/** Closed inequalities for analytic functions near the real axis, evaluated in binary64 and widened. */

/**
 * A bound, at least 1, of |tanh z| where |Im z| <= y and |Re z| >= x: |tanh(x + iy)|^2 is
 * (cosh 2x - cos 2y)/(cosh 2x + cos 2y). It is at most 1 where cos 2y >= 0, otherwise it falls with |x| from tan^2 y at x = 0,
 * and is nowhere above coth^2 x. Infinite from y = pi/2 on at x = 0.
 */
export const tanhBound = (y: number, x = 0): number => {
  const angle = y * wide;
  if (angle <= 0.785) return 1;
  const far = x > 1e-3 ? wide / Math.tanh(x / wide) : Number.POSITIVE_INFINITY;
  return angle < 1.57 ? Math.max(1, Math.min(far, Math.tan(angle) * wide)) : far;
};

/** A Gauss-Legendre rule of n points, or none (n = 0), with a bound of its error. */
export interface Chosen {
  readonly n: number;
  readonly error: number;
}

/** Sums of the half axes of the ellipses that are tried, for foci at -1 and 1. */
const rhos = [1.15, 1.3, 1.5, 1.75, 2.1, 2.6, 3.3, 4.4, 6, 9, 14, 25, 60];
const sizes = [2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 16, 18, 20, 22, 24, 27, 30, 33, 36, 40, 44, 48, 54, 60, 70, 80, 100];

/**
 * The error of a Gauss-Legendre rule of n >= 2 points on an interval of half length r, for f analytic in the ellipse with
 * its foci at the ends and half axes r (rho + 1/rho)/2, r (rho - 1/rho)/2, and |f| <= M there, is at most
 * (64/15) r M rho^(-2n)/(1 - rho^-2). Proof: f = sum a_k T_k with |a_k| <= 2 M rho^-k; the rule is exact for k < 2n and
 * for odd k; for even k >= 2n >= 4 the integral of T_k is 2/(k^2 - 1) <= 2/15 in magnitude, the sum over the rule at most 2:
 * 2 M (32/15) times the sum of rho^-k over even k >= 2n. (Trefethen, SIAM Review 50 (2008) 67, Theorem 4.5.)
 *
 * Returns the smallest rule whose error is below the tolerance, or undefined where that takes more than `most` points.
 * `bound(a, b)` is a bound of |f| in the rectangle of half width r + a and half height b around the interval.
 */
export const chooseRule = (
  half: number,
  tolerance: number,
  most: number,
  bound: (beyond: number, height: number) => number,
): Chosen | undefined => {
  let [needed, best, size] = [Number.POSITIVE_INFINITY, 0, 0];
  for (const rho of rhos) {
    const M = bound(half * ((rho + 1 / rho) / 2 - 1) * wide, half * ((rho - 1 / rho) / 2) * wide);
    if (!(M < Number.POSITIVE_INFINITY)) break;
    const factor = (64 / 15) * half * M * wide * (1 / (1 - 1 / (rho * rho)));
    const n = factor === 0 ? 2 : Math.log(factor / tolerance) / (2 * Math.log(rho));
    if (n < needed) [needed, best, size] = [n, rho, factor];
  }
  const n = sizes.find((count) => count >= needed);
  if (n === undefined || n > most) return undefined;
  return { n, error: size * Math.exp(-2 * n * Math.log(best)) * wide * wide };
};
