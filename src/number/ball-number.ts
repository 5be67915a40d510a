import { big, bitLength, type Dyadic, magnitude } from './dyadic-number.ts';

/** All numbers from (middle - radius) 2^exponent to (middle + radius) 2^exponent; an exact number has radius 0. */
export interface Ball {
  readonly middle: bigint;
  /** 0, or from 2^-60 to 2^41. */
  readonly radius: number;
  readonly exponent: number;
}

export const zero: Ball = { middle: 0n, radius: 0, exponent: 0 };
export const one: Ball = { middle: 1n, radius: 0, exponent: 0 };

export const neg = (a: Ball): Ball => ({ middle: -a.middle, radius: a.radius, exponent: a.exponent });
export const exactly = (middle: bigint, exponent: number): Ball => ({ middle, radius: 0, exponent });
export const half = (a: Ball): Ball => ({ middle: a.middle, radius: a.radius, exponent: a.exponent - 1 });
export const twice = (a: Ball): Ball => ({ middle: a.middle, radius: a.radius, exponent: a.exponent + 1 });
export const isExact = (a: Ball): boolean => a.radius === 0;
export const isZero = (a: Ball): boolean => a.radius === 0 && a.middle === 0n;

/** 1, -1 or 0 for all numbers of the ball, and of its `interval`; undefined where they differ. */
export const sign = ({ middle, radius }: Ball): -1 | 0 | 1 | undefined => {
  const reach = Math.ceil(radius);
  if (middle > reach) return 1;
  if (middle < -reach) return -1;
  return radius === 0 ? 0 : undefined;
};

/** The same numbers by their ends. */
export const interval = ({ middle, radius, exponent }: Ball): Dyadic => {
  if (radius === 0) return { lo: middle, hi: middle, exponent };
  const reach = BigInt(Math.ceil(radius));
  return { lo: middle - reach, hi: middle + reach, exponent };
};

const [least, most] = [-1074, 1023];
const powers = new Float64Array(most - least + 1);
for (let [n, power] = [0, 1]; n <= most; n++, power *= 2) powers[n - least] = power;
for (let [n, power] = [-1, 0.5]; n >= least; n--, power /= 2) powers[n - least] = power;
/** 2^n in binary64: 0 where it is too small, infinity where it is too large. */
export const powerOfTwo = (n: number): number => {
  if (n < least) return 0;
  return n > most ? Number.POSITIVE_INFINITY : (powers[n - least] as number);
};

/**
 * A bound size 2^scale of an error. It is 0, or size is from 2^-60 to 2^100, larger only in sums of equal scale: then
 * what underflows in a sum is less than the rounding that `upward` makes up for.
 */
export type Bound = readonly [size: number, scale: number];

/** A few rounded sums and products of positive binary64 numbers, times this, are not below the true ones. */
export const upward = 1 + 2 ** -48;

export const none: Bound = [0, 0];

export const plus = (x: Bound, y: Bound): Bound => {
  if (x[0] === 0) return y;
  if (y[0] === 0) return x;
  const scale = x[1] > y[1] ? x[1] : y[1];
  return [(x[0] * powerOfTwo(x[1] - scale) + y[0] * powerOfTwo(y[1] - scale)) * upward, scale];
};

/** A bound in binary64: infinite where it is too large, and not 0. */
export const asNumber = ([size, scale]: Bound): number =>
  size === 0 ? 0 : Math.max(size * powerOfTwo(scale) * upward, Number.MIN_VALUE);

/** |x| = fraction 2^length, where the fraction is at least 1/4, at most 1, and off by less than 2^-52. x is not 0. */
export const leading = (x: bigint): readonly [fraction: number, length: number] => {
  const positive = magnitude(x);
  const length = bitLength(positive);
  if (length <= 1000) return [Number(positive) * powerOfTwo(-length), length];
  return [Number(positive >> big(length - 60)) * powerOfTwo(-60), length];
};

/** The size of the middle, to about 2^-52; 0 or infinite where binary64 does not reach. */
export const sizeOf = ({ middle, exponent }: Ball): number => {
  if (middle === 0n) return 0;
  const n = Math.abs(Number(middle));
  if (n < 2 ** 900 && exponent > least && exponent < 0) return n * powerOfTwo(exponent);
  const [fraction, length] = leading(middle);
  return fraction * powerOfTwo(length + exponent);
};
