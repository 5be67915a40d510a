import { field } from './ball-field.ts';
import {
  asNumber,
  type Ball,
  type Bound,
  exactly,
  half,
  interval,
  isExact,
  isZero,
  neg,
  none,
  one,
  plus,
  powerOfTwo,
  sign,
  sizeOf,
  twice,
  upward,
  zero,
} from './ball-number.ts';
import {
  approximately,
  bitLength,
  compareHighs,
  compareLows,
  type Dyadic,
  describe,
  magnitude,
  one as unit,
  zero as zeroPoint,
} from './dyadic-number.ts';
import { points } from './dyadic-series.ts';

/** The largest argument of exp and its kin; e to this power already has four million digits before the point. */
const largestExponential = 1e7;
/** exp(-1e7) is below 2 to this power. */
const smallestExponential = -14_426_950;
/** A ball of less than this (relative) radius is described by the value at its middle and a bound of the slope. */
const narrow = 2 ** -10;

const minusUnit: Dyadic = { lo: -1n, hi: -1n, exponent: 0 };
const whole: Ball = { middle: 0n, radius: 1, exponent: 0 };

const isNarrow = ({ middle, radius }: Ball): boolean => middle !== 0n && radius < Math.abs(Number(middle)) * narrow;

/** Elementary functions of balls with middles of the given number of bits, computed with 24 bits more. */
export const ballFunctions = (bits: number) => {
  const outer = field(bits);
  const inner = field(bits + 24);
  const at = points(Math.max(64, bits + 24));
  const { between, hull } = outer;
  const rounded = (a: Ball): Ball => outer.rounded(a.middle, [a.radius, 0], a.exponent);

  /** From f(lo) to f(hi) for a function that only rises or only falls, given at exact numbers. */
  const monotonic = (f: (x: Ball) => Ball, a: Ball): Ball => {
    if (isExact(a)) return rounded(f(a));
    const { lo, hi, exponent } = interval(a);
    return hull(f(exactly(lo, exponent)), f(exactly(hi, exponent)));
  };

  /** A value and what it changes by at most, in its own units, as a ball. */
  const around = ({ lo, hi, exponent }: Dyadic, [size, scale]: Bound, precise = outer): Ball =>
    precise.rounded(
      (lo + hi) >> 1n,
      plus(lo === hi ? none : [Number(hi - lo) / 2 + 1, 0], [size, scale - exponent]),
      exponent,
    );
  const signed = (a: Ball, positive: Ball): Ball => (a.middle < 0n ? neg(positive) : positive);

  /** The slope 1/(1 + x^2) falls with |x|, which is known to about 2^-10. */
  const atan = (a: Ball, precise = outer): Ball => {
    if (isZero(a)) return zero;
    const n = Math.abs(Number(a.middle));
    const x = n < 2 ** 900 ? n * powerOfTwo(a.exponent) * (1 - 2 * narrow) : sizeOf(a) * (1 - 2 * narrow);
    if (!(n > 0 && a.radius < n * narrow) || (x > 2 ** 500 && !isExact(a)))
      return monotonic(
        (y) => (isZero(y) ? zero : signed(y, around(at.atan(magnitude(y.middle), y.exponent), none, inner))),
        a,
      );
    const slope = upward / (1 + x * x);
    const change: Bound = isExact(a) ? none : [a.radius * slope * 2 ** 40, a.exponent - 40];
    return signed(a, around(at.atan(magnitude(a.middle), a.exponent), change, precise));
  };

  /** |log(x + d) - log x| <= |d|/(x - |d|) */
  const log = (a: Ball): Ball => {
    if (sign(a) !== 1) throw new RangeError('logarithm of an enclosure that contains 0 or negative numbers');
    const [size, scale] = inner.relative(a);
    if (asNumber([size, scale]) > narrow) return monotonic((x) => around(at.log(x.middle, x.exponent), none, inner), a);
    return around(at.log(a.middle, a.exponent), [size * (1 + 2 * narrow), scale]);
  };

  const expAt = ({ middle: m, exponent: e }: Ball): Ball => {
    if (m === 0n) return one;
    const x = approximately(m, e);
    if (x > largestExponential)
      throw new RangeError(`exponential function of ${describe(m, e)}, beyond ${largestExponential} in magnitude`);
    if (x < -largestExponential) return between({ lo: 0n, hi: 1n, exponent: smallestExponential });
    return inner.between(at.exp(m, e));
  };
  /** |exp(x + d) - exp x| <= |d| (1 + |d|) exp x for |d| below 2^-10. */
  const exp = (a: Ball): Ball => {
    if (asNumber([a.radius, a.exponent]) > narrow) return monotonic(expAt, a);
    const value = expAt(exactly(a.middle, a.exponent));
    const change = outer.times(value.middle, [a.radius * (1 + 2 * narrow), a.exponent]);
    return outer.rounded(value.middle, plus([value.radius, 0], change), value.exponent);
  };

  /** sinh and cosh from e^x for |x| above 1/4, where their difference loses few bits. */
  const sinhAt = (x: Ball): Ball => {
    if (isZero(x)) return zero;
    const [m, e] = [magnitude(x.middle), x.exponent];
    if (e + bitLength(m) <= -2) return signed(x, around(at.sinh(m, e), none, inner));
    const y = expAt(exactly(m, e));
    return signed(x, half(inner.add(y, neg(inner.div(one, y)))));
  };
  const coshAt = (x: Ball): Ball => {
    const y = expAt(exactly(magnitude(x.middle), x.exponent));
    return half(inner.add(y, inner.div(one, y)));
  };
  /** tanh x = sinh x/sqrt(1 + sinh^2 x) = 1 - 2/(e^(2x) + 1), which is above 1 - 2^-k for x > k. */
  const tanhAt = (x: Ball): Ball => {
    const [m, e] = [magnitude(x.middle), x.exponent];
    const k = bits + 32;
    if (approximately(m, e) > k + 1)
      return signed(x, between({ lo: (1n << BigInt(k)) - 1n, hi: 1n << BigInt(k), exponent: -k }));
    if (e + bitLength(m) <= -2) {
      const s = sinhAt(x);
      return inner.div(s, inner.sqrt(inner.add(one, inner.mul(s, s))));
    }
    const y = inner.add(expAt(exactly(m, e + 1)), one);
    return signed(x, inner.add(one, neg(twice(inner.div(one, y)))));
  };

  /** The part of a within [-1, 1]. What is known to lie inside is outside only by rounding. */
  const within1 = (a: Ball): Ball => {
    const all = interval(a);
    const [above, below] = [compareHighs(all, unit) > 0, compareLows(all, minusUnit) < 0];
    if (!above && !below) return a;
    if (above && below) return whole;
    const end = above ? one : neg(one);
    const other = above ? all.lo : all.hi;
    return a.exponent > 0 ? whole : hull(end, exactly(other, a.exponent));
  };

  /** sin (wave = 1) or cos (wave = 0): slopes change by at most the radius, and are at most 1. */
  const wave = (of: 0 | 1, a: Ball): Ball => {
    if (a.middle === 0n && isExact(a)) return of === 1 ? zero : one;
    const radius = asNumber([a.radius, a.exponent]);
    if (radius > 4) return whole;
    const { sin, cos } = a.middle === 0n ? { sin: zeroPoint, cos: unit } : at.turn(magnitude(a.middle), a.exponent);
    const [value, other] = of === 1 ? [sin, cos] : [cos, sin];
    const slope = Math.min(1, Math.abs(approximately(other.lo, other.exponent)) * upward + radius + 2 ** -50);
    const found = around(value, isExact(a) ? none : [a.radius * slope * 2 ** 60, a.exponent - 60]);
    return within1(of === 1 ? signed(a, found) : found);
  };

  const inside = (name: string, f: (x: Ball) => Ball, a: Ball): Ball => {
    // Most arguments are seen at once to be narrow and to lie well inside.
    if (isNarrow(a) && sizeOf(a) + asNumber([a.radius, a.exponent]) < 1 - narrow) return f(a);
    const all = interval(a);
    if (compareLows(all, unit) > 0 || compareHighs(all, minusUnit) < 0)
      throw new RangeError(`${name} of an enclosure outside [-1, 1]`);
    return monotonic(f, within1(a));
  };
  const oneLess = (x: Ball): Ball => inner.add(one, neg(x));
  const oneMore = (x: Ball): Ball => inner.add(one, x);
  /** asin x = 2 atan(x/(1 + sqrt((1 - x)(1 + x)))), right at both ends. */
  const asinAt = (x: Ball): Ball =>
    twice(atan(inner.div(x, oneMore(inner.sqrt(inner.mul(oneLess(x), oneMore(x))))), inner));
  /** acos x = 2 atan(sqrt((1 - x)/(1 + x))), which needs x > -1; otherwise pi - acos(-x). */
  const acosAt = (x: Ball): Ball => {
    if (x.middle < 0n) return inner.add(inner.between(at.pi), neg(acosAt(neg(x))));
    return twice(atan(inner.sqrt(inner.div(oneLess(x), oneMore(x))), inner));
  };

  return {
    pi: between(at.pi),
    atan: (a: Ball) => atan(a),
    log,
    exp,
    sinh: (a: Ball) => monotonic(sinhAt, a),
    cosh: (a: Ball) => monotonic(coshAt, outer.abs(a)),
    tanh: (a: Ball) => monotonic(tanhAt, a),
    sin: (a: Ball) => wave(1, a),
    cos: (a: Ball) => wave(0, a),
    asin: (a: Ball) => rounded(inside('asin', asinAt, a)),
    acos: (a: Ball) => rounded(inside('acos', acosAt, a)),
  };
};
