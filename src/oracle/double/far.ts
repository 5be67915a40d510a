import { exponentOf, powerOfTwo, scaled } from './powers.ts';
import { byPower, exact, narrow, over, plus, root, times, type Wide, zero } from './wide.ts';

/**
 * A number of some 72 bits of any size: a wide one from 1 up to below 4 in magnitude, or 0, times 2^exponent. Neither a
 * product of many factors nor a square leaves the range, whatever the doubles it is made of.
 */
export interface Far {
  readonly part: Wide;
  readonly exponent: number;
}

const nothing: Far = { part: { high: 0, low: 0 }, exponent: 0 };

/** A wide number times 2^exponent. */
export const far = (part: Wide, exponent = 0): Far => {
  const size = Math.abs(narrow(part));
  if (size === 0) return nothing;
  if (size >= 1 && size < 4) return { part, exponent };
  const more = exponentOf(size);
  // In two steps: 2^-more alone may be beyond the range. The sum splits a small number anew.
  const scaledPart = byPower(byPower(part, powerOfTwo(-more >> 1)), powerOfTwo(-more - (-more >> 1)));
  return { part: plus(scaledPart, zero), exponent: exponent + more };
};

/** A binary64 number as it is; its size is taken off before it is split, which subnormal numbers would not survive. */
export const of = (x: number): Far => {
  if (x === 0) return nothing;
  const exponent = exponentOf(Math.abs(x));
  return { part: exact(scaled(x, -exponent)), exponent };
};

export const multiply = (first: Far, ...others: readonly Far[]): Far =>
  others.reduce((a, b) => far(times(a.part, b.part), a.exponent + b.exponent), first);

/** Throws nothing for a divisor 0, but gives NaN. */
export const divide = (a: Far, b: Far): Far => far(over(a.part, b.part), a.exponent - b.exponent);

/** A number smaller by more than 2^-100 is below what is rounded. */
export const add = (a: Far, b: Far): Far => {
  if (narrow(a.part) === 0) return b;
  if (narrow(b.part) === 0) return a;
  const shift = b.exponent - a.exponent;
  if (shift > 0) return add(b, a);
  return shift < -100 ? a : far(plus(a.part, byPower(b.part, powerOfTwo(shift))), a.exponent);
};

export const negative = (a: Far): Far => ({ part: byPower(a.part, -1), exponent: a.exponent });
export const subtract = (a: Far, b: Far): Far => add(a, negative(b));

export const squareRoot = ({ part, exponent }: Far): Far =>
  far(root(exponent % 2 === 0 ? part : byPower(part, 2)), (exponent - Math.abs(exponent % 2)) / 2);

/** The nearest binary64 number, rounded once also where it is subnormal; Infinity above the range. */
export const toDouble = ({ part, exponent }: Far): number => scaled(narrow(part), exponent);

/** As a wide number, for functions that no longer change where it is below 2^-60 or above 2^60. */
export const toWide = ({ part, exponent }: Far): Wide =>
  byPower(part, powerOfTwo(Math.max(-60, Math.min(60, exponent))));

/** a to a power 1, 2, ... */
export const power = (a: Far, n: number): Far => multiply(a, ...Array.from({ length: n - 1 }, () => a));

export const whole = (n: number, under = 1): Far => far(over(exact(n), exact(under)));
