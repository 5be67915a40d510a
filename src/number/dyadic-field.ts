import {
  abs,
  big,
  bitLength,
  compareHighs,
  compareLows,
  type Dyadic,
  high,
  isZero,
  low,
  neg,
  one,
  shiftDown,
  shiftUp,
  squareRoot,
  zero,
} from './dyadic-number.ts';
import { checkExponent, raise } from './power.ts';
import type { Rational } from './rational.ts';

/** Mantissas may grow by this many bits before they are cut back, so that sums are seldom rounded. */
const growth = 20;
const largestExponent = 2 ** 51;

const divideDown = (n: bigint, d: bigint): bigint => (n < 0n ? -((d - n - 1n) / d) : n / d);
const divideUp = (n: bigint, d: bigint): bigint => (n > 0n ? (n + d - 1n) / d : n / d);

/**
 * Intervals rounded outward to the given number of bits of the larger end, when it is more than 20 bits longer.
 * The smaller end has the same absolute precision, but is not rounded to 0 unless it is below the larger by a factor
 * of about 2^4000: the sign of a wide interval is kept.
 */
export const field = (bits: number) => {
  const limit = 1n << BigInt(bits + growth);
  const minusLimit = -limit;
  const reserve = 4096 + 4 * bits;

  /** From lo 2^exponent to hi 2^exponent, rounded. */
  const round = (lo: bigint, hi: bigint, exponent: number): Dyadic => {
    if (exponent > largestExponent || exponent < -largestExponent)
      throw new RangeError('a product, quotient or power left the range of dyadic numbers');
    if (hi < limit && lo > minusLimit) return { lo, hi, exponent };
    const larger = lo >= 0n || hi > -lo ? hi : -lo;
    const length = bitLength(larger);
    const shift = length - bits;
    const by = big(shift);
    const [floor, ceiling] = [lo >> by, -(-hi >> by)];
    if ((floor > 0n || lo <= 0n) && (ceiling < 0n || hi >= 0n))
      return { lo: floor, hi: ceiling, exponent: exponent + shift };
    const less = Math.min(shift, Math.max(0, bitLength(lo > 0n ? lo : -hi) - growth, length - reserve));
    return { lo: shiftDown(lo, -less), hi: shiftUp(hi, -less), exponent: exponent + less };
  };

  /**
   * The ends of a at the exponent of b, which is the smaller one; and b, rounded outward to a larger exponent when its
   * own is smaller by more than `reserve`. Neither is 0.
   */
  const aligned = (a: Dyadic, b: Dyadic): readonly [lo: bigint, hi: bigint, Dyadic] => {
    const difference = a.exponent - b.exponent;
    if (difference <= reserve) return [a.lo << big(difference), a.hi << big(difference), b];
    const left = reserve - difference;
    const rounded = { lo: shiftDown(b.lo, left), hi: shiftUp(b.hi, left), exponent: b.exponent - left };
    return [a.lo << big(reserve), a.hi << big(reserve), rounded];
  };

  const add = (a: Dyadic, b: Dyadic): Dyadic => {
    if (a.exponent === b.exponent) return round(a.lo + b.lo, a.hi + b.hi, a.exponent);
    if (a.exponent < b.exponent) return add(b, a);
    if (isZero(a)) return b;
    if (isZero(b)) return a;
    const [lo, hi, c] = aligned(a, b);
    return round(lo + c.lo, hi + c.hi, c.exponent);
  };

  /** The lesser or the greater of the two lower ends, and likewise of the upper ends. */
  const choose = (a: Dyadic, b: Dyadic, lesserLow: boolean, lesserHigh: boolean): Dyadic => {
    const [lowOfA, highOfA] = [compareLows(a, b) <= 0 === lesserLow, compareHighs(a, b) <= 0 === lesserHigh];
    if (lowOfA === highOfA) return lowOfA ? a : b;
    const [p, q] = lowOfA ? [a, b] : [b, a];
    if (p.lo === 0n) return { lo: 0n, hi: q.hi, exponent: q.exponent };
    if (q.hi === 0n) return { lo: p.lo, hi: 0n, exponent: p.exponent };
    if (p.exponent >= q.exponent) {
      const [lo, , c] = aligned(p, q);
      return { lo, hi: c.hi, exponent: c.exponent };
    }
    const [, hi, c] = aligned(q, p);
    return { lo: c.lo, hi, exponent: c.exponent };
  };

  const mul = (a: Dyadic, b: Dyadic): Dyadic => {
    const exponent = a.exponent + b.exponent;
    if (a.lo >= 0n) {
      if (b.lo >= 0n) {
        const lo = a.lo * b.lo;
        if (a.lo === a.hi && b.lo === b.hi) return lo === 0n ? zero : round(lo, lo, exponent);
        return isZero(a) || isZero(b) ? zero : round(lo, a.hi * b.hi, exponent);
      }
      if (isZero(a)) return zero;
      return round(a.hi * b.lo, b.hi <= 0n ? a.lo * b.hi : a.hi * b.hi, exponent);
    }
    if (b.lo >= 0n) return mul(b, a);
    if (a.hi <= 0n) return mul(neg(a), neg(b));
    if (b.hi <= 0n) return mul(neg(b), neg(a));
    const [p, q, r, s] = [a.lo * b.hi, a.hi * b.lo, a.lo * b.lo, a.hi * b.hi];
    return round(p < q ? p : q, r > s ? r : s, exponent);
  };

  /** a / b with more than `bits` bits in the end nearer to 0 too, so that it keeps its sign. */
  const div = (a: Dyadic, b: Dyadic): Dyadic => {
    if (b.lo <= 0n) {
      if (b.hi < 0n) return div(neg(a), neg(b));
      throw new RangeError('division by an enclosure that contains 0');
    }
    if (isZero(a)) return zero;
    const larger = bitLength(a.lo >= 0n || a.hi > -a.lo ? a.hi : -a.lo);
    const nearer = a.lo > 0n ? a.lo : a.hi < 0n ? -a.hi : 0n;
    const length = nearer === 0n ? larger : Math.max(larger - reserve, bitLength(nearer));
    const shift = Math.max(0, bits + 2 + bitLength(b.hi) - length);
    const n = a.lo << big(shift);
    const lo = divideDown(n, n < 0n ? b.lo : b.hi);
    const exponent = a.exponent - b.exponent - shift;
    if (a.lo === a.hi && b.lo === b.hi) return round(lo, lo * b.lo === n ? lo : lo + 1n, exponent);
    return round(lo, divideUp(a.hi << big(shift), a.hi < 0n ? b.hi : b.lo), exponent);
  };

  const sqrt = (a: Dyadic): Dyadic => {
    if (a.hi < 0n) throw new RangeError('square root of an enclosure of negative numbers');
    if (a.hi === 0n) return zero;
    const enough = Math.max(0, 2 * bits + 2 - bitLength(a.lo > 0n ? a.lo : a.hi));
    const shift = (a.exponent - enough) % 2 === 0 ? enough : enough + 1;
    const exponent = (a.exponent - shift) / 2;
    const [n, m] = [a.lo << big(shift), a.hi << big(shift)];
    const lo = n > 0n ? squareRoot(n) : 0n;
    // sqrt(m) <= sqrt(n) + (m - n)/(2 sqrt(n)) < lo + 1 + 1/2.
    if (m !== n && m - n <= lo) return round(lo, lo + 2n, exponent);
    const hi = m === n ? lo : squareRoot(m);
    return round(lo, hi * hi === m ? hi : hi + 1n, exponent);
  };

  const pow = (a: Dyadic, n: number): Dyadic => {
    checkExponent(n);
    if (n === 0) return one;
    if (n < 0) return div(one, pow(a, -n));
    if (n === 1) return a;
    if (n % 2 === 0) return raise(abs(a), n, mul);
    if (a.lo >= 0n) return raise(a, n, mul);
    if (a.hi <= 0n) return neg(raise(neg(a), n, mul));
    return choose(neg(raise(neg(low(a)), n, mul)), raise(high(a), n, mul), true, false);
  };

  const fraction = ({ numerator, denominator }: Rational): Dyadic => {
    const power = denominator === 1n ? 1 : bitLength(denominator);
    if (denominator !== 1n << big(power - 1))
      return div({ lo: numerator, hi: numerator, exponent: 0 }, { lo: denominator, hi: denominator, exponent: 0 });
    return round(numerator, numerator, 1 - power);
  };

  return { round, add, mul, div, sqrt, pow, choose, fraction };
};
