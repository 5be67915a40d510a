import { checkExponent, raise } from './power.ts';
import type { Rational } from './rational.ts';

/** All numbers from lo 2^exponent to hi 2^exponent. A number known exactly has lo = hi. */
export interface Dyadic {
  readonly lo: bigint;
  readonly hi: bigint;
  readonly exponent: number;
}

/** Mantissas may grow by this many bits before they are cut back, so that sums are seldom rounded. */
const growth = 20;
const largestExponent = 2 ** 51;
const largestExactExponent = 3_400_000;

const small = Array.from({ length: 2048 }, (_, k) => BigInt(k));
/** k as a BigInt, for integers k >= 0. */
export const big = (k: number): bigint => small[k] ?? BigInt(k);

const magnitude = (x: bigint): bigint => (x < 0n ? -x : x);

const view = new DataView(new ArrayBuffer(8));
/** The number of bits of x > 0, or one too many when x is within 2^-53 of the next power of 2. */
export const bitLength = (x: bigint): number => {
  const n = Number(x);
  if (n === Number.POSITIVE_INFINITY) {
    const surplus = 4 * x.toString(16).length - 64;
    return surplus + bitLength(x >> BigInt(surplus));
  }
  view.setFloat64(0, n);
  return (view.getUint16(0) >> 4) - 1022;
};

/** x 2^shift, rounded down. */
export const shiftDown = (x: bigint, shift: number): bigint => (shift >= 0 ? x << big(shift) : x >> big(-shift));
/** x 2^shift, rounded up. */
export const shiftUp = (x: bigint, shift: number): bigint => (shift >= 0 ? x << big(shift) : -(-x >> big(-shift)));

const divideDown = (n: bigint, d: bigint): bigint => (n < 0n ? -((d - n - 1n) / d) : n / d);
const divideUp = (n: bigint, d: bigint): bigint => (n > 0n ? (n + d - 1n) / d : n / d);

/**
 * floor(sqrt(n)) for n > 0. From any x > 0 one step x -> floor((x + floor(n/x))/2) leads to the floor of the root or
 * above it, for the mean of x and n/x is at least sqrt(n), and from above the floor each further step goes down; so
 * the first x after a step whose square does not exceed n is the floor. The start, from a root of half the length and
 * in the end from a binary64 one, makes this one or two steps, whatever its own error.
 */
export const squareRoot = (n: bigint): bigint => {
  const length = bitLength(n);
  const k = length > 104 ? length >> 2 : 0;
  let x = k > 0 ? (2n * squareRoot(n >> big(2 * k)) + 1n) << big(k - 1) : BigInt(Math.ceil(Math.sqrt(Number(n))));
  do x = (x + n / x) >> 1n;
  while (x * x > n);
  return x;
};

/** The sign of x 2^p - y 2^q. */
const compareScaled = (x: bigint, p: number, y: bigint, q: number): number => {
  if (p !== q && x !== 0n && y !== 0n) {
    if (x < 0n !== y < 0n) return x < 0n ? -1 : 1;
    const lead = p + bitLength(magnitude(x)) - q - bitLength(magnitude(y));
    if (Math.abs(lead) > 1) return lead > 0 === x > 0n ? 1 : -1;
    if (p > q) return compareScaled(x << BigInt(p - q), q, y, q);
    return compareScaled(x, p, y << BigInt(q - p), p);
  }
  return x < y ? -1 : x > y ? 1 : 0;
};

export const isZero = (a: Dyadic): boolean => a.hi === 0n && a.lo === 0n;
export const zero: Dyadic = { lo: 0n, hi: 0n, exponent: 0 };
export const one: Dyadic = { lo: 1n, hi: 1n, exponent: 0 };

export const compareLows = (a: Dyadic, b: Dyadic): number => compareScaled(a.lo, a.exponent, b.lo, b.exponent);
export const compareHighs = (a: Dyadic, b: Dyadic): number => compareScaled(a.hi, a.exponent, b.hi, b.exponent);
export const overlap = (a: Dyadic, b: Dyadic): boolean =>
  compareScaled(a.lo, a.exponent, b.hi, b.exponent) <= 0 && compareScaled(b.lo, b.exponent, a.hi, a.exponent) <= 0;

export const low = (a: Dyadic): Dyadic => ({ lo: a.lo, hi: a.lo, exponent: a.exponent });
export const high = (a: Dyadic): Dyadic => ({ lo: a.hi, hi: a.hi, exponent: a.exponent });
export const neg = (a: Dyadic): Dyadic => ({ lo: -a.hi, hi: -a.lo, exponent: a.exponent });
export const half = (a: Dyadic): Dyadic => ({ lo: a.lo, hi: a.hi, exponent: a.exponent - 1 });
export const abs = (a: Dyadic): Dyadic => {
  if (a.lo >= 0n) return a;
  return a.hi <= 0n ? neg(a) : { lo: 0n, hi: -a.lo > a.hi ? -a.lo : a.hi, exponent: a.exponent };
};

/** x > 0 as fraction 2^exponent, where the fraction, in [1/2, 1] or a little below 1/2, is cut to 53 bits. */
export const leading = (x: bigint): readonly [fraction: number, exponent: number] => {
  const length = bitLength(x);
  return [length > 53 ? Number(x >> big(length - 53)) * 2 ** -53 : Number(x) * 2 ** -length, length];
};

/** x 2^exponent as binary64, for orientation: the last bits may be wrong. */
export const approximately = (x: bigint, exponent: number): number => {
  if (x === 0n) return 0;
  const [fraction, length] = leading(magnitude(x));
  const power = Math.max(-1200, Math.min(1200, exponent + length));
  const half = Math.trunc(power / 2);
  return (x < 0n ? -fraction : fraction) * 2 ** half * 2 ** (power - half);
};

/** x 2^exponent for a message, whatever its size. */
export const describe = (x: bigint, exponent: number): string => {
  const plain = approximately(x, exponent);
  if (Number.isFinite(plain) && (plain !== 0 || x === 0n)) return plain.toExponential(5);
  const [fraction, length] = leading(magnitude(x));
  return `${x < 0n ? '-' : ''}${fraction.toFixed(5)} 2^${exponent + length}`;
};

/** x 2^exponent in lowest terms. */
export const exactly = (x: bigint, exponent: number): Rational => {
  if (x === 0n) return { numerator: 0n, denominator: 1n };
  if (Math.abs(exponent) > largestExactExponent)
    throw new RangeError(`exact value of ${describe(x, exponent)}: too many digits`);
  if (exponent >= 0) return { numerator: x << BigInt(exponent), denominator: 1n };
  const zeros = Math.min(-exponent, bitLength(x & -x) - 1);
  return { numerator: x >> BigInt(zeros), denominator: 1n << BigInt(-exponent - zeros) };
};

/**
 * Intervals rounded outward to the given number of bits of the larger end, when it is more than 20 bits longer.
 * The smaller end has the same absolute precision, but is not rounded to 0 unless it is less than about 2^(-8 bits)
 * times the larger: the sign of a wide interval is kept.
 */
export const field = (bits: number) => {
  const limit = 1n << BigInt(bits + growth);
  const minusLimit = -limit;
  const reserve = 8 * bits;

  /** From lo 2^exponent to hi 2^exponent, rounded. */
  const round = (lo: bigint, hi: bigint, exponent: number): Dyadic => {
    if (exponent > largestExponent || exponent < -largestExponent)
      throw new RangeError('a product, quotient or power left the range of dyadic numbers');
    if (hi < limit && lo > minusLimit) return { lo, hi, exponent };
    const larger = lo >= 0n || hi > -lo ? hi : -lo;
    const length = bitLength(larger);
    let shift = length - bits;
    const nearer = lo > 0n ? lo : hi < 0n ? -hi : 0n;
    if (nearer > 0n && nearer >> big(shift) === 0n)
      shift = Math.min(shift, Math.max(0, bitLength(nearer) - growth, length - reserve));
    const by = big(shift);
    const floor = lo >> by;
    // An exact number that keeps its bits stays exact.
    const ceiling = lo === hi && floor << by === lo ? floor : -(-hi >> by);
    return { lo: floor, hi: ceiling, exponent: exponent + shift };
  };

  /**
   * The ends of a and b, neither 0, at the smaller exponent, that of b. When it is more than 8 bits lower than that
   * of a, times the precision, b is rounded outward to a larger one.
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

  /** The ends chosen by `pick` among those of both: a cut of the two, or their hull. */
  const choose = (a: Dyadic, b: Dyadic, lesserLow: boolean, lesserHigh: boolean): Dyadic => {
    const [lowOfA, highOfA] = [compareLows(a, b) <= 0 === lesserLow, compareHighs(a, b) <= 0 === lesserHigh];
    if (lowOfA === highOfA) return lowOfA ? a : b;
    const [p, q] = lowOfA ? [a, b] : [b, a];
    if (isZero(p)) return { lo: 0n, hi: q.hi, exponent: q.exponent };
    if (isZero(q)) return { lo: p.lo, hi: 0n, exponent: p.exponent };
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

  /** a / b with `bits` and some bits in the end of a nearer to 0, so that it keeps its sign. */
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

export type Field = ReturnType<typeof field>;
