import type { Rational } from './rational.ts';

/** All numbers from lo 2^exponent to hi 2^exponent. A number known exactly has lo = hi. */
export interface Dyadic {
  readonly lo: bigint;
  readonly hi: bigint;
  readonly exponent: number;
}

const largestExactExponent = 3_400_000;

const small = Array.from({ length: 2048 }, (_, k) => BigInt(k));
/** k as a BigInt, for integers k >= 0. */
export const big = (k: number): bigint => small[k] ?? BigInt(k);

export const magnitude = (x: bigint): bigint => (x < 0n ? -x : x);

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
export const twice = (a: Dyadic): Dyadic => ({ lo: a.lo, hi: a.hi, exponent: a.exponent + 1 });
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
