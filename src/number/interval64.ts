import type { EnclosureArithmetic } from './arithmetic.ts';
import { checkExponent, raise } from './power.ts';
import { approximate, compare, fromBinary64, type Rational } from './rational.ts';
import {
  above,
  below,
  convolve,
  highest,
  type Interval64,
  interval,
  lowest,
  negativeAbove,
  positiveBelow,
  slack,
  sumAbove,
  sumBelow,
  unit,
} from './rounding64.ts';
import type { Convolving } from './taylor.ts';

export type { Interval64 };

const zero: Interval64 = { lo: 0, hi: 0 };
const one: Interval64 = { lo: 1, hi: 1 };
const pi: Interval64 = { lo: Math.PI, hi: above(Math.PI) };
const isZero = (a: Interval64): boolean => a.lo === 0 && a.hi === 0;

const add = (a: Interval64, b: Interval64): Interval64 => interval(sumBelow(a.lo + b.lo), sumAbove(a.hi + b.hi));
const sub = (a: Interval64, b: Interval64): Interval64 => interval(sumBelow(a.lo - b.hi), sumAbove(a.hi - b.lo));
const neg = (a: Interval64): Interval64 => ({ lo: 0 - a.hi, hi: 0 - a.lo });

const mul = (a: Interval64, b: Interval64): Interval64 => {
  if (isZero(a) || isZero(b)) return zero;
  if (a.lo >= 0) {
    if (b.lo >= 0) return interval(positiveBelow(a.lo * b.lo), above(a.hi * b.hi));
    if (b.hi <= 0) return interval(below(a.hi * b.lo), negativeAbove(a.lo * b.hi));
    return interval(below(a.hi * b.lo), above(a.hi * b.hi));
  }
  if (a.hi <= 0) {
    if (b.lo >= 0) return interval(below(a.lo * b.hi), negativeAbove(a.hi * b.lo));
    if (b.hi <= 0) return interval(positiveBelow(a.hi * b.hi), above(a.lo * b.lo));
    return interval(below(a.lo * b.hi), above(a.lo * b.lo));
  }
  if (b.lo >= 0) return interval(below(a.lo * b.hi), above(a.hi * b.hi));
  if (b.hi <= 0) return interval(below(a.hi * b.lo), above(a.lo * b.lo));
  return interval(below(Math.min(a.lo * b.hi, a.hi * b.lo)), above(Math.max(a.lo * b.lo, a.hi * b.hi)));
};

const div = (a: Interval64, b: Interval64): Interval64 => {
  if (b.hi < 0) return div(neg(a), neg(b));
  if (!(b.lo > 0)) throw new RangeError('division by an interval that contains 0');
  if (isZero(a)) return zero;
  return interval(
    a.lo >= 0 ? positiveBelow(a.lo / b.hi) : below(a.lo / b.lo),
    a.hi <= 0 ? negativeAbove(a.hi / b.hi) : above(a.hi / b.lo),
  );
};

const abs = (a: Interval64): Interval64 =>
  a.lo >= 0 ? a : a.hi <= 0 ? neg(a) : { lo: 0, hi: Math.max(0 - a.lo, a.hi) };

const productBelow = (x: number, y: number): number => positiveBelow(x * y);
const productAbove = (x: number, y: number): number => (x === 0 || y === 0 ? 0 : above(x * y));

const square = (a: Interval64): Interval64 => {
  if (a.lo >= 0) return interval(productBelow(a.lo, a.lo), productAbove(a.hi, a.hi));
  if (a.hi <= 0) return interval(productBelow(a.hi, a.hi), productAbove(a.lo, a.lo));
  return interval(0, Math.max(above(a.lo * a.lo), above(a.hi * a.hi)));
};

const pow = (a: Interval64, n: number): Interval64 => {
  if (n === 2) return square(a);
  checkExponent(n);
  if (n === 0) return one;
  if (n < 0) return div(one, pow(a, -n));
  if (n === 1) return a;
  if (n % 2 !== 0 && a.lo < 0) {
    const high = a.hi > 0 ? raise(a.hi, n, productAbove) : 0 - raise(0 - a.hi, n, productBelow);
    return interval(0 - raise(0 - a.lo, n, productAbove), high);
  }
  const { lo, hi } = abs(a);
  return interval(raise(lo, n, productBelow), raise(hi, n, productAbove));
};

const log = (a: Interval64): Interval64 => {
  if (!(a.lo > 0)) throw new RangeError('logarithm of an interval that contains 0 or negative numbers');
  return { lo: lowest(Math.log(a.lo)), hi: highest(Math.log(a.hi)) };
};

const sqrt = (a: Interval64): Interval64 => {
  if (a.hi < 0) throw new RangeError('square root of an interval of negative numbers');
  return { lo: a.lo > 0 ? sumBelow(Math.sqrt(a.lo)) : 0, hi: sumAbove(Math.sqrt(a.hi)) };
};

const exp = (a: Interval64): Interval64 => {
  const lo = lowest(Math.exp(a.lo));
  const high = Math.exp(a.hi);
  const hi = high + slack(high);
  return interval(Math.max(a.lo >= 0 ? 1 : 0, lo), a.hi <= 0 ? Math.min(1, hi) : hi);
};

/** Beyond this the multiples of pi/2 are no longer told apart below: the range is then [-1, 1]. */
const largestAngle = 1e12;

/** sin and cos: largest where x / (pi/2) is `top` modulo 4, smallest two steps further. */
const wave = (f: (x: number) => number, top: number, a: Interval64): Interval64 => {
  if (!(Math.abs(a.lo) < largestAngle && Math.abs(a.hi) < largestAngle)) return { lo: -1, hi: 1 };
  const p = f(a.lo);
  const q = a.lo === a.hi ? p : f(a.hi);
  let lo = lowest(Math.min(p, q));
  let hi = highest(Math.max(p, q));
  if (a.lo !== a.hi) {
    // The quotients differ from a / (pi/2) by less than 1 ulp: widened by 8 ulp they miss no multiple of pi/2 in a.
    const [from, to] = [a.lo / (Math.PI / 2), a.hi / (Math.PI / 2)];
    const [first, last] = [Math.ceil(from - Math.abs(from) * 8 * unit), Math.floor(to + Math.abs(to) * 8 * unit)];
    if (last - first >= 3) return { lo: -1, hi: 1 };
    for (let k = first; k <= last; k++) {
      const phase = (((k - top) % 4) + 4) % 4;
      if (phase === 0) hi = 1;
      if (phase === 2) lo = -1;
    }
  } else if (a.lo === 0 && top === 0) return one;
  return { lo: Math.max(-1, lo), hi: Math.min(1, hi) };
};

/** a within [-1, 1]: what lies outside is rounding, for the true number is known to lie inside. */
const sine = (name: string, { lo, hi }: Interval64): Interval64 => {
  if (lo > 1 || hi < -1) throw new RangeError(`${name} of an interval outside [-1, 1]`);
  return { lo: Math.max(-1, lo), hi: Math.min(1, hi) };
};

const increasing = (f: (x: number) => number, a: Interval64): Interval64 => interval(lowest(f(a.lo)), highest(f(a.hi)));

const cosh = (a: Interval64): Interval64 => {
  const { lo, hi } = abs(a);
  return interval(Math.max(1, lowest(Math.cosh(lo))), hi === 0 ? 1 : highest(Math.cosh(hi)));
};

const tanh = (a: Interval64): Interval64 => ({
  lo: Math.max(-1, lowest(Math.tanh(a.lo))),
  hi: Math.min(1, highest(Math.tanh(a.hi))),
});

const asin = (a: Interval64): Interval64 => increasing(Math.asin, sine('asin', a));
const acos = (a: Interval64): Interval64 => neg(increasing((x) => 0 - Math.acos(x), sine('acos', a)));

const rational = (value: Rational): Interval64 => {
  const x = approximate(value);
  if (!Number.isFinite(x)) throw new RangeError('a rational number beyond the range of binary64 numbers');
  const [n, d] = [Number(value.numerator), Number(value.denominator)];
  if (Number.isSafeInteger(n) && Number.isSafeInteger(d)) {
    const exact = (value.denominator & (value.denominator - 1n)) === 0n;
    return exact ? { lo: x, hi: x } : { lo: below(x), hi: above(x) };
  }
  let [lo, hi] = [x, x];
  while (compare(fromBinary64(lo), value) > 0) lo = below(lo);
  while (compare(fromBinary64(hi), value) < 0) hi = above(hi);
  return interval(lo, hi);
};

const relativeWidth = ({ lo, hi }: Interval64): number =>
  lo === hi ? 0 : Math.min(2, above(above(hi - lo) / Math.max(Math.abs(lo), Math.abs(hi))));

/**
 * Rigorous arithmetic on intervals of binary64 numbers, some 3 ulp wide per operation and fast. Ends that would leave
 * the range of doubles throw a RangeError. sqrt, asin and acos cut an argument that reaches outside their domain, as
 * enclosures do, because the true argument is known to lie inside; one wholly outside throws.
 */
export const interval64: EnclosureArithmetic<Interval64> & Convolving<Interval64> = {
  rational,
  pi: () => pi,
  add,
  sub,
  mul,
  convolve,
  div,
  neg,
  abs,
  min: (a, b) => ({ lo: Math.min(a.lo, b.lo), hi: Math.min(a.hi, b.hi) }),
  max: (a, b) => ({ lo: Math.max(a.lo, b.lo), hi: Math.max(a.hi, b.hi) }),
  pow,
  sqrt,
  exp,
  log,
  sin: (a) => wave(Math.sin, 1, a),
  cos: (a) => wave(Math.cos, 0, a),
  sinh: (a) => increasing(Math.sinh, a),
  cosh,
  tanh,
  atan: (a) => increasing(Math.atan, a),
  asin,
  acos,
  hull: (a, b) => ({ lo: Math.min(a.lo, b.lo), hi: Math.max(a.hi, b.hi) }),
  sign: ({ lo, hi }) => (lo > 0 ? 1 : hi < 0 ? -1 : lo === 0 && hi === 0 ? 0 : undefined),
  overlap: (a, b) => a.lo <= b.hi && b.lo <= a.hi,
  within: (a, b) => a.lo >= b.lo && a.hi <= b.hi,
  relativeWidth,
  middle: ({ lo, hi }) => lo + (hi - lo) / 2,
  ends: ({ lo, hi }) => [fromBinary64(lo), fromBinary64(hi)],
};
