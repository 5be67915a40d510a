/** All numbers from lo to hi, both finite. */
export interface Interval64 {
  readonly lo: number;
  readonly hi: number;
}

/*
 * Outward rounding. IEEE 754 gives the double x nearest to the true result t, so t lies between the neighbours of x.
 * The gap between x and either neighbour is at most ulp(x) <= 2^-52 |x| while x is normal. With any double
 * s >= ulp(x), x - s is at most the lower neighbour, and rounding it keeps that order (rounding is monotone and the
 * neighbour is itself a double): fl(x - s) <= t. Likewise fl(x + s) >= t.
 * For sums and square roots s = fl(2^-52 |x|): that product is exact, or it is subnormal and then rounded to a
 * multiple of 2^-1074, of which ulp(x) is one, so s >= ulp(x) still holds. A subnormal sum is exact and needs no s.
 * For products and quotients, which can be subnormal and inexact, s = fl(2^-52 |x| + 2^-1074).
 */
export const unit = Number.EPSILON;
const tiny = Number.MIN_VALUE;
export const sumBelow = (x: number): number => x - Math.abs(x) * unit;
export const sumAbove = (x: number): number => x + Math.abs(x) * unit;
export const below = (x: number): number => x - (Math.abs(x) * unit + tiny);
export const above = (x: number): number => x + (Math.abs(x) * unit + tiny);

/*
 * Elementary functions. ECMAScript does not bound their error. The fdlibm code that V8 and SpiderMonkey carry, and
 * the C libraries that others call, state errors below 1 ulp (sinh, cosh, tanh: below 2 ulp). Every value is widened
 * by 4 ulp and by 4 times the least positive double, which covers results that are subnormal.
 */
export const slack = (x: number): number => Math.abs(x) * (4 * unit) + 4 * tiny;
export const lowest = (x: number): number => (x === 0 ? 0 : x - slack(x));
export const highest = (x: number): number => (x === 0 ? 0 : x + slack(x));

export const interval = (lo: number, hi: number): Interval64 => {
  if (!(hi - lo < Number.POSITIVE_INFINITY)) throw new RangeError('an interval left the range of binary64 numbers');
  return { lo, hi };
};

/** Bounds of the true product or quotient, of known sign, whose nearest double is x. */
export const positiveBelow = (x: number): number => (x > 0 ? Math.max(0, below(x)) : 0);
export const negativeAbove = (x: number): number => (x < 0 ? Math.min(0, above(x)) : 0);

/*
 * A sum of n products by its lower and upper ends. Let u = 2^-53, p_i the rounded products and s_i the rounded partial
 * sums: each rounding errs by at most u times its result, underflow of a product by 2^-1075 more, so that the true sum
 * differs from s_n by at most u e + n 2^-1075 with e the sum of all |p_i| and |s_i|. 3 u e + 2^-1022 is subtracted:
 * the second u covers the rounding of this subtraction (|s_n| <= e), the third the roundings in e and in the slack
 * itself, some 6 n u u e, and of 2^-1022 the underflows use a small part for any n < 2^40.
 */
const sumSlack = 1.5 * unit;
const underflows = 2.2250738585072014e-308;

export const convolve = (
  a: readonly Interval64[],
  b: readonly Interval64[],
  k: number,
  first: number,
  last: number,
): Interval64 => {
  let low = 0;
  let high = 0;
  let lowErrors = 0;
  let highErrors = 0;
  for (let j = first; j <= last; j++) {
    const x = a[j] as Interval64;
    const y = b[k - j] as Interval64;
    let p: number;
    let q: number;
    if (x.lo >= 0) {
      p = y.lo >= 0 ? x.lo * y.lo : x.hi * y.lo;
      q = y.hi >= 0 ? x.hi * y.hi : x.lo * y.hi;
    } else if (x.hi <= 0) {
      p = y.hi >= 0 ? x.lo * y.hi : x.hi * y.hi;
      q = y.lo >= 0 ? x.hi * y.lo : x.lo * y.lo;
    } else {
      p = y.lo >= 0 ? x.lo * y.hi : y.hi <= 0 ? x.hi * y.lo : Math.min(x.lo * y.hi, x.hi * y.lo);
      q = y.lo >= 0 ? x.hi * y.hi : y.hi <= 0 ? x.lo * y.lo : Math.max(x.lo * y.lo, x.hi * y.hi);
    }
    low += p;
    high += q;
    lowErrors += Math.abs(p) + Math.abs(low);
    highErrors += Math.abs(q) + Math.abs(high);
  }
  return interval(low - (lowErrors * sumSlack + underflows), high + (highErrors * sumSlack + underflows));
};
