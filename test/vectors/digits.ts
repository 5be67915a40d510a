import {
  compare,
  minus,
  multiply,
  negate,
  plus,
  power,
  type Rational,
  rational,
  sign,
} from '../../src/number/rational.ts';

/** Ends of a closed interval. */
export type Interval = readonly [Rational, Rational];

/** More digits are not counted: the ends of a vector are written with 43. */
export const mostDigits = 43;

const ten = rational(10);
/** One unit of that decimal digit of a number of size 1. */
export const unit = (digits: number): Rational => power(ten, -digits);
const size = (x: Rational): Rational => (sign(x) < 0 ? negate(x) : x);
const larger = (a: Rational, b: Rational): Rational => (compare(a, b) < 0 ? b : a);

/** The largest size of a number of the interval. */
export const sizeOf = ([lo, hi]: Interval): Rational => larger(size(lo), size(hi));
export const widthOf = ([lo, hi]: Interval): Rational => minus(hi, lo);
export const isDisjoint = (a: Interval, b: Interval): boolean => compare(a[1], b[0]) < 0 || compare(b[1], a[0]) < 0;
/** The interval with as much added on both sides. */
export const widened = ([lo, hi]: Interval, by: Rational): Interval => [minus(lo, by), plus(hi, by)];

/**
 * How many digits any number of one interval has in common with any of the other: the largest n, at most 43, with
 * distance <= 10^-n of the size of the first. 0 where they have none.
 */
export const sharedDigits = (a: Interval, b: Interval): number => {
  const distance = larger(minus(a[1], b[0]), minus(b[1], a[0]));
  let digits = mostDigits;
  while (digits > 0 && compare(distance, multiply(unit(digits), sizeOf(a))) > 0) digits--;
  return digits;
};
