import type { EnclosureArithmetic } from './arithmetic.ts';
import { field } from './dyadic-field.ts';
import {
  abs,
  approximately,
  big,
  bitLength,
  compareHighs,
  compareLows,
  type Dyadic,
  describe,
  exactly,
  half,
  high,
  leading,
  low,
  magnitude,
  neg,
  one,
  overlap,
  shiftDown,
  shiftUp,
  twice,
  zero,
} from './dyadic-number.ts';
import { points, slopeOfAtan } from './dyadic-series.ts';

export type { Dyadic } from './dyadic-number.ts';

/** The largest argument of exp and its kin; e to this power already has four million digits before the point. */
const largestExponential = 1e7;
/** exp(-1e7) is below 2 to this power. */
const smallestExponential = -14_426_950;
const mostDigits = 10_000;

const minusOne = neg(one);
const whole: Dyadic = { lo: -1n, hi: 1n, exponent: 0 };

/** Whether the interval is positive and (hi - lo)/lo is below 2^-20: one value and one slope then describe it. */
const isNarrow = (a: Dyadic): boolean => a.lo > 0n && (a.hi - a.lo) << 20n < a.lo;
/** Whether in addition hi - lo is below 2^-20, for an interval of either sign. */
const isShort = (a: Dyadic): boolean => isNarrow(abs(a)) && bitLength(a.hi - a.lo) + a.exponent <= -20;
const isPoint = (a: Dyadic): boolean => a.lo === a.hi;

const checkExponential = (m: bigint, e: number): void => {
  if (approximately(m, e) > largestExponential)
    throw new RangeError(`exponential function of ${describe(m, e)}, beyond ${largestExponential} in magnitude`);
};

/** f as given at numbers > 0, continued as an odd function. */
const odd =
  (f: (m: bigint, e: number) => Dyadic) =>
  ({ lo, exponent }: Dyadic): Dyadic =>
    lo > 0n ? f(lo, exponent) : lo < 0n ? neg(f(-lo, exponent)) : zero;

const construct = (digits: number): EnclosureArithmetic<Dyadic> => {
  const bits = Math.ceil(digits * Math.log2(10)) + 8;
  const outer = field(bits);
  const inner = field(bits + 32);
  const at = points(bits + 40);
  const { add, choose } = outer;

  const rounded = ({ lo, hi, exponent }: Dyadic): Dyadic => outer.round(lo, hi, exponent);
  const lesser = (a: Dyadic, b: Dyadic): Dyadic => choose(a, b, true, true);
  const greater = (a: Dyadic, b: Dyadic): Dyadic => choose(a, b, false, false);
  const hull = (a: Dyadic, b: Dyadic): Dyadic => choose(a, b, true, false);
  const sub = (a: Dyadic, b: Dyadic): Dyadic => add(a, neg(b));
  const pi = rounded(at.pi);

  /** From f(lo) to f(hi) for an increasing f, given at exact numbers. */
  const increasing = (f: (x: Dyadic) => Dyadic, a: Dyadic): Dyadic => {
    const first = rounded(f(low(a)));
    return isPoint(a) ? first : hull(first, rounded(f(high(a))));
  };

  /** From f(lo) to f(lo) + (hi - lo) slope 2^exponent, where the slope is an upper bound of the derivative. */
  const rising = (start: Dyadic, slope: bigint, a: Dyadic, exponent: number, sum = outer.add): Dyadic =>
    sum(start, { lo: 0n, hi: (a.hi - a.lo) * slope, exponent: a.exponent + exponent });

  const atan = (a: Dyadic, sum = outer.add): Dyadic => {
    if (a.hi < 0n) return neg(atan(neg(a), sum));
    if (isPoint(a) || !isNarrow(a)) return increasing(odd(at.atan), a);
    const [slope, n] = slopeOfAtan(a.lo, a.exponent);
    return rising(at.atan(a.lo, a.exponent), slope, a, -32 - 2 * n, sum);
  };

  const log = (a: Dyadic): Dyadic => {
    if (a.lo <= 0n) throw new RangeError('logarithm of an enclosure that contains 0 or negative numbers');
    if (isPoint(a) || !isNarrow(a)) return increasing((x) => at.log(x.lo, x.exponent), a);
    const shift = bitLength(a.lo) + 32;
    return rising(at.log(a.lo, a.exponent), (1n << big(shift)) / a.lo + 1n, a, -a.exponent - shift);
  };

  const expAt = (m: bigint, e: number): Dyadic => {
    if (m === 0n) return one;
    checkExponential(m, e);
    if (approximately(m, e) < -largestExponential) return { lo: 0n, hi: 1n, exponent: smallestExponential };
    return at.exp(m, e);
  };

  const exp = (a: Dyadic): Dyadic => {
    if (isPoint(a) || !isShort(a)) return increasing((x) => expAt(x.lo, x.exponent), a);
    // exp(w) - 1 <= w (1 + 2^-20) for w = hi - lo below 2^-20.
    const start = expAt(a.lo, a.exponent);
    const value = rising(start, start.hi * ((1n << 20n) + 1n), a, start.exponent - 20);
    return a.hi > 0n ? value : lesser(one, value);
  };

  /** sinh and cosh from e^x for x > 0 above 1/4, where their difference loses few bits. */
  const sinhAt = (m: bigint, e: number): Dyadic => {
    if (e + bitLength(m) <= -2) return at.sinh(m, e);
    const x = expAt(m, e);
    return half(inner.add(x, neg(inner.div(one, x))));
  };
  const coshAt = ({ lo: m, exponent: e }: Dyadic): Dyadic => {
    if (m === 0n) return one;
    const x = expAt(m, e);
    return greater(one, half(inner.add(x, inner.div(one, x))));
  };

  /** tanh x = sinh x/sqrt(1 + sinh^2 x) = 1 - 2/(e^(2x) + 1), which is above 1 - 2^-k for x > k. */
  const tanhAt = (m: bigint, e: number): Dyadic => {
    const k = bits + 32;
    if (approximately(m, e) > k + 1) return { lo: (1n << BigInt(k)) - 1n, hi: 1n << BigInt(k), exponent: -k };
    if (e + bitLength(m) <= -2) {
      const s = at.sinh(m, e);
      return inner.div(s, inner.sqrt(inner.add(one, inner.mul(s, s))));
    }
    return inner.add(one, neg(twice(inner.div(one, inner.add(at.exp(m, e + 1), one)))));
  };

  const turnAt = (m: bigint, e: number): { readonly sin: Dyadic; readonly cos: Dyadic } => {
    if (m === 0n) return { sin: zero, cos: one };
    const { sin, cos } = at.turn(magnitude(m), e);
    return m < 0n ? { sin: neg(sin), cos } : { sin, cos };
  };
  const unit = (a: Dyadic): Dyadic =>
    bitLength(a.hi > -a.lo ? a.hi : -a.lo) + a.exponent < 0 ? a : greater(minusOne, lesser(one, a));

  /**
   * sin (top = 1) or cos (top = 0): largest where x/(pi/2) is `top` modulo 4, smallest two steps further. The slope
   * changes by at most w = hi - lo over the interval.
   */
  const wave = (top: 0 | 1, a: Dyadic): Dyadic => {
    const value = (m: bigint): Dyadic => {
      const { sin, cos } = turnAt(m, a.exponent);
      return rounded(top === 1 ? sin : cos);
    };
    if (isPoint(a)) return unit(value(a.lo));
    if (isShort(a)) {
      const { sin, cos } = turnAt(a.lo, a.exponent);
      const [start, slope] = top === 1 ? [sin, cos] : [cos, neg(sin)];
      const w = a.hi - a.lo;
      const change = shiftUp(w, a.exponent + 32);
      const least = shiftDown(slope.lo, slope.exponent + 32) - change;
      const most = shiftUp(slope.hi, slope.exponent + 32) + change;
      const [lo, hi] = [least < 0n ? w * least : 0n, most > 0n ? w * most : 0n];
      return unit(add(start, { lo, hi, exponent: a.exponent - 32 }));
    }
    if (bitLength(a.hi - a.lo) + a.exponent > 4) return whole;
    let waves = unit(hull(value(a.lo), value(a.hi)));
    const quarters = inner.div(a, half(at.pi));
    const first = shiftUp(quarters.lo, quarters.exponent);
    const more = Number(shiftDown(quarters.hi, quarters.exponent) - first);
    if (more >= 3) return whole;
    for (let k = 0; k <= more; k++) {
      const phase = Number((first + BigInt(k - top)) & 3n);
      if (phase === 0) waves = hull(waves, one);
      if (phase === 2) waves = hull(waves, minusOne);
    }
    return waves;
  };

  /** The part of a within [-1, 1]: what lies outside is rounding, for the true number is known to lie inside. */
  const within1 = (name: string, a: Dyadic): Dyadic => {
    if (compareLows(a, one) > 0 || compareHighs(a, minusOne) < 0)
      throw new RangeError(`${name} of an enclosure outside [-1, 1]`);
    return greater(minusOne, lesser(one, a));
  };

  const oneLess = (x: Dyadic): Dyadic => inner.add(one, neg(x));
  const root = (x: Dyadic): Dyadic => inner.sqrt(inner.mul(oneLess(x), inner.add(one, x)));
  const isOne = (x: Dyadic): boolean => compareHighs(x, one) === 0;

  /** asin x = atan(x/sqrt((1 - x)(1 + x))) */
  const asinAt = (m: bigint, e: number): Dyadic => {
    const x = { lo: m, hi: m, exponent: e };
    return isOne(x) ? half(at.pi) : atan(inner.div(x, root(x)), inner.add);
  };
  /** acos x = 2 atan(sqrt((1 - x)/(1 + x))) = 2 atan((1 - x)/sqrt((1 - x)(1 + x))) */
  const acosAt = (x: Dyadic): Dyadic => {
    if (isOne(x)) return zero;
    if (isOne(neg(x))) return at.pi;
    return twice(atan(inner.div(oneLess(x), root(x)), inner.add));
  };

  /** asin and -acos have the same slope, at most 1/sqrt(1 - lo^2) (1 + 2^-19) where 2^20 (hi - lo) < 1 - hi. */
  const arc = (f: (x: Dyadic) => Dyadic, a: Dyadic): Dyadic => {
    if (isPoint(a) || !isNarrow(a)) return increasing(f, a);
    const width = a.hi - a.lo;
    if (compareLows(oneLess(high(a)), { lo: width, hi: width, exponent: a.exponent + 20 }) <= 0)
      return increasing(f, a);
    const slope = inner.div(one, root(low(a)));
    return rising(f(low(a)), slope.hi * ((1n << 19n) + 1n), a, slope.exponent - 19);
  };
  const asin = (a: Dyadic): Dyadic => (a.hi < 0n ? neg(asin(neg(a))) : arc(odd(asinAt), a));
  const acos = (a: Dyadic): Dyadic =>
    a.hi < 0n ? rounded(sub(at.pi, acos(neg(a)))) : neg(arc((x) => neg(acosAt(x)), a));

  return {
    rational: outer.fraction,
    pi: () => pi,
    add,
    sub,
    mul: outer.mul,
    div: outer.div,
    neg,
    abs,
    min: lesser,
    max: greater,
    pow: outer.pow,
    sqrt: outer.sqrt,
    exp,
    log,
    sin: (a) => wave(1, a),
    cos: (a) => wave(0, a),
    sinh: (a) => increasing(odd(sinhAt), a),
    cosh: (a) => increasing(coshAt, abs(a)),
    tanh: (a) => increasing(odd(tanhAt), a),
    atan: (a) => atan(a),
    asin: (a) => asin(within1('asin', a)),
    acos: (a) => acos(within1('acos', a)),
    hull,
    sign: ({ lo, hi }) => (lo > 0n ? 1 : hi < 0n ? -1 : lo === 0n && hi === 0n ? 0 : undefined),
    overlap,
    within: (a, b) => compareLows(a, b) >= 0 && compareHighs(a, b) <= 0,
    relativeWidth: ({ lo, hi }) => {
      if (lo === hi) return 0;
      const [larger, length] = leading(hi > -lo ? hi : -lo);
      // Both are cut to 53 bits; 2^-40 and the least number make up for it.
      return Math.min(2, (approximately(hi - lo, -length) / larger) * (1 + 2 ** -40) + Number.MIN_VALUE);
    },
    middle: ({ lo, hi, exponent }) => approximately(lo + hi, exponent - 1),
    ends: ({ lo, hi, exponent }) => {
      const first = exactly(lo, exponent);
      return [first, lo === hi ? first : exactly(hi, exponent)];
    },
  };
};

const known = new Map<number, EnclosureArithmetic<Dyadic>>();

/**
 * Rigorous arithmetic on binary intervals, each result rounded outward to the given number of decimal digits (and 8
 * bits more) of its larger end. 1 to 10,000 digits; made for 30 to 250. Elementary functions are computed with 40 bits
 * more, of which they lose less than 28.
 * As with `enclosures` an interval that only touches a forbidden region by its rounding is taken as inside: sqrt of
 * [-1e-30, 4] is [0, 2], asin and acos cut their argument to [-1, 1], and an interval wholly outside throws. exp, sinh
 * and cosh throw above 1e7 in magnitude (exp below it is near 0), sin and cos above 2^3400.
 */
export const dyadics = (digits: number): EnclosureArithmetic<Dyadic> => {
  if (!Number.isInteger(digits) || digits < 1 || digits > mostDigits)
    throw new RangeError(`expected between 1 and ${mostDigits} digits, got ${digits}`);
  const found = known.get(digits) ?? construct(digits);
  known.set(digits, found);
  return found;
};
