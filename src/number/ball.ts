import type { EnclosureArithmetic } from './arithmetic.ts';
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
  sign,
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
  exactly as exactRational,
  magnitude,
  overlap,
  one as unit,
} from './dyadic-number.ts';
import { points } from './dyadic-series.ts';

export type { Ball } from './ball-number.ts';

/** The largest argument of exp and its kin; e to this power already has four million digits before the point. */
const largestExponential = 1e7;
/** exp(-1e7) is below 2 to this power. */
const smallestExponential = -14_426_950;
const mostDigits = 10_000;

/** A ball of less than this (relative) radius is described by the value at its middle and a bound of the slope. */
const narrow = 2 ** -10;

const minusUnit: Dyadic = { lo: -1n, hi: -1n, exponent: 0 };
const whole: Ball = { middle: 0n, radius: 1, exponent: 0 };

const construct = (digits: number): EnclosureArithmetic<Ball> => {
  const bits = Math.ceil(digits * Math.log2(10)) + 10;
  const outer = field(bits);
  const inner = field(bits + 24);
  const at = points(Math.max(64, bits + 24));
  const { add, between, hull } = outer;

  const rounded = (a: Ball): Ball => outer.rounded(a.middle, [a.radius, 0], a.exponent);
  const pi = between(at.pi);

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
    const relative = a.middle === 0n ? 1 : asNumber(inner.relative(a));
    const x = Math.abs(approximately(a.middle, a.exponent)) * (1 - 2 * narrow);
    if (relative > narrow || (x > 2 ** 500 && !isExact(a)))
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
    const { sin, cos } = a.middle === 0n ? { sin: zeroAt, cos: unit } : at.turn(magnitude(a.middle), a.exponent);
    const [value, other] = of === 1 ? [sin, cos] : [cos, sin];
    const slope = Math.min(1, Math.abs(approximately(other.lo, other.exponent)) * upward + radius + 2 ** -50);
    const found = around(value, isExact(a) ? none : [a.radius * slope * 2 ** 60, a.exponent - 60]);
    return within1(of === 1 ? signed(a, found) : found);
  };
  const zeroAt: Dyadic = { lo: 0n, hi: 0n, exponent: 0 };

  const inside = (name: string, a: Ball): Ball => {
    const all = interval(a);
    if (compareLows(all, unit) > 0 || compareHighs(all, minusUnit) < 0)
      throw new RangeError(`${name} of an enclosure outside [-1, 1]`);
    return within1(a);
  };
  const oneLess = (x: Ball): Ball => inner.add(one, neg(x));
  const oneMore = (x: Ball): Ball => inner.add(one, x);
  /** asin x = 2 atan(x/(1 + sqrt((1 - x)(1 + x)))), right at both ends. */
  const asin = (a: Ball): Ball => {
    const x = inside('asin', a);
    return twice(atan(inner.div(x, oneMore(inner.sqrt(inner.mul(oneLess(x), oneMore(x)))))));
  };
  /** acos x = 2 atan(sqrt((1 - x)/(1 + x))), which needs x > -1; otherwise pi - acos(-x). */
  const acos = (a: Ball): Ball => {
    const x = inside('acos', a);
    if (x.middle < 0n) return rounded(inner.add(inner.between(at.pi), neg(acos(neg(x)))));
    return twice(atan(inner.sqrt(inner.div(oneLess(x), oneMore(x)))));
  };

  const ends = (a: Ball): Dyadic => interval(a);
  const lesser = (a: Ball, b: Ball): Ball => chosen(a, b, -1);
  const greater = (a: Ball, b: Ball): Ball => chosen(a, b, 1);
  /** The greater (1) or lesser (-1) of both: one of the two where they do not overlap. */
  const chosen = (a: Ball, b: Ball, side: 1 | -1): Ball => {
    const [p, q] = [ends(a), ends(b)];
    const [lows, highs] = [compareLows(p, q) * side, compareHighs(p, q) * side];
    if (lows >= 0 && highs >= 0) return a;
    if (lows <= 0 && highs <= 0) return b;
    const [lo, hi] = [lows >= 0 ? p : q, highs >= 0 ? p : q];
    return hull(exactly(lo.lo, lo.exponent), exactly(hi.hi, hi.exponent));
  };

  return {
    rational: outer.fraction,
    pi: () => pi,
    add,
    sub: (a, b) => add(a, neg(b)),
    mul: outer.mul,
    div: outer.div,
    neg,
    abs: outer.abs,
    min: lesser,
    max: greater,
    pow: outer.pow,
    sqrt: outer.sqrt,
    exp,
    log,
    sin: (a) => wave(1, a),
    cos: (a) => wave(0, a),
    sinh: (a) => monotonic(sinhAt, a),
    cosh: (a) => monotonic(coshAt, outer.abs(a)),
    tanh: (a) => monotonic(tanhAt, a),
    atan: (a) => atan(a),
    asin,
    acos,
    hull,
    sign,
    overlap: (a, b) => overlap(ends(a), ends(b)),
    within: (a, b) => compareLows(ends(a), ends(b)) >= 0 && compareHighs(ends(a), ends(b)) <= 0,
    relativeWidth: (a) => {
      if (isExact(a)) return 0;
      if (a.middle === 0n) return 2;
      const ratio = asNumber(outer.relative(a));
      return Math.min(2, ((2 * ratio) / (1 + ratio)) * upward);
    },
    middle: ({ middle, exponent }) => approximately(middle, exponent),
    ends: (a) => {
      const { lo, hi, exponent } = ends(a);
      const first = exactRational(lo, exponent);
      return [first, lo === hi ? first : exactRational(hi, exponent)];
    },
  };
};

const known = new Map<number, EnclosureArithmetic<Ball>>();

/**
 * Rigorous ball arithmetic on BigInt: a middle of the given number of decimal digits (10 bits more) and a bound of the
 * distance to the true value. 1 to 10,000 digits. Made for numbers that are known well: an operation costs one of
 * integers, where intervals need two. A ball that is wide says less of its end nearer to 0 than an interval
 * (`dyadics`) does: 2^-30 of its radius. Elementary functions are computed with 24 bits more.
 * As with `dyadics` an enclosure that only touches a forbidden region by its rounding is taken as inside: sqrt of
 * [-1e-30, 4] is [0, 2], asin and acos cut their argument to [-1, 1], and a ball wholly outside throws. exp, sinh and
 * cosh throw above 1e7 in magnitude (exp below it is near 0), sin and cos above 2^3400.
 */
export const balls = (digits: number): EnclosureArithmetic<Ball> => {
  if (!Number.isInteger(digits) || digits < 1 || digits > mostDigits)
    throw new RangeError(`expected between 1 and ${mostDigits} digits, got ${digits}`);
  const found = known.get(digits) ?? construct(digits);
  known.set(digits, found);
  return found;
};
