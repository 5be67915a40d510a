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

const double = new Float64Array(1);
const halves = new Uint32Array(double.buffer);
const upperHalf = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? 1 : 0;

/** The least n with x < 2^n, for a finite x > 0 that is not subnormal; -1022 for 0. */
export const lengthOf = (x: number): number => {
  double[0] = x;
  return ((halves[upperHalf] as number) >>> 20) - 1022;
};

/** The number of bits of x > 0, or one too many when x is within 2^-53 of the next power of 2. */
export const bitLength = (x: bigint): number => {
  const n = Number(x);
  return n === Number.POSITIVE_INFINITY ? lengthOfLong(x) : lengthOf(n);
};

/** The same for more bits than binary64 numbers reach: by halves. */
const lengthOfLong = (x: bigint): number => {
  let [low, high] = [960, 1920];
  while (x >> BigInt(high) !== 0n) [low, high] = [high, 2 * high];
  const lead = x >> BigInt(low);
  return low + bitLength(lead);
};

/** x 2^shift, rounded down. */
export const shiftDown = (x: bigint, shift: number): bigint => (shift >= 0 ? x << big(shift) : x >> big(-shift));
/** x 2^shift, rounded up. */
export const shiftUp = (x: bigint, shift: number): bigint => (shift >= 0 ? x << big(shift) : -(-x >> big(-shift)));

/** Up to this many bits two steps lead from a binary64 root to the floor, or nearly. */
const twoSteps = 400;

/**
 * floor(sqrt(n)) and n less its square, for 0 < n < 2^400. Each step x -> floor((x + floor(n/x))/2) leads to the floor of
 * the root or above it, for the mean of x and n/x is at least sqrt(n); what is left is taken down one by one.
 */
const shortRoot = (n: bigint, length: number): readonly [root: bigint, rest: bigint] => {
  const even = Math.max(0, length - 104) & ~1;
  let root = BigInt(Math.ceil(Math.sqrt(Number(n >> big(even))))) << big(even >> 1);
  root = (root + n / root) >> 1n;
  root = (root + n / root) >> 1n;
  let rest = n - root * root;
  while (rest < 0n) {
    root -= 1n;
    rest += (root << 1n) + 1n;
  }
  return [root, rest];
};

/**
 * floor(sqrt(n)) and n less its square, for n > 0. From the root and rest of the leading bits, one division gives the
 * other half of the bits (P. Zimmermann, "Karatsuba Square Root", INRIA RR-3805, 1999). That 0 <= rest <= 2 root, which
 * makes it the floor, is seen to at every level.
 */
export const rootAndRest = (n: bigint, length = bitLength(n)): readonly [root: bigint, rest: bigint] => {
  if (length < twoSteps) return shortRoot(n, length);
  const quarter = length >> 2;
  const by = big(quarter);
  const high = n >> by;
  const [first, left] = rootAndRest(high >> by);
  const numerator = (left << by) + BigInt.asUintN(quarter, high);
  const under = first << 1n;
  const next = numerator / under;
  let root = (first << by) + next;
  let rest = ((numerator - next * under) << by) + BigInt.asUintN(quarter, n) - next * next;
  while (rest < 0n) {
    root -= 1n;
    rest += (root << 1n) + 1n;
  }
  while (rest > root << 1n) {
    rest -= (root << 1n) + 1n;
    root += 1n;
  }
  return [root, rest];
};

/** floor(sqrt(n)) for n > 0. */
export const squareRoot = (n: bigint): bigint => rootAndRest(n)[0];

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
