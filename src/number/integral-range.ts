import type { EnclosureArithmetic } from './arithmetic.ts';
import type { Integrand } from './integral-bounds.ts';

/** The range is first cut into 2^4 panels; one where the integrand has no value is halved, to 2^-10 of the range. */
const firstLevel = 4;
const lastLevel = 10;

/**
 * An integral enclosed by lengths times ranges of the integrand, in any arithmetic of enclosures. In one of regions of the
 * complex plane it runs along the straight line from lo to hi, and that it has a value shows it analytic in what the
 * integrand depends on: enough to bound an integral that stands under another one. Throws a RangeError where the
 * integrand has no value on a short panel.
 */
export const integrateRanges = <T>(a: EnclosureArithmetic<T>, integrand: Integrand<T>, lo: T, hi: T): T => {
  const f = integrand(a, (value) => value);
  const length = a.sub(hi, lo);
  const end = (level: number, index: number): T =>
    a.rational({ numerator: BigInt(index), denominator: BigInt(1 << level) });
  const over = (level: number, index: number): T => {
    const t = a.hull(end(level, index), end(level, index + 1));
    try {
      return a.mul(f(a.add(lo, a.mul(length, t))), end(level, 1));
    } catch (error) {
      if (!(error instanceof RangeError) || level >= lastLevel) throw error;
      return a.add(over(level + 1, 2 * index), over(level + 1, 2 * index + 1));
    }
  };
  let sum = over(firstLevel, 0);
  for (let index = 1; index < 1 << firstLevel; index++) sum = a.add(sum, over(firstLevel, index));
  return a.mul(length, sum);
};
