import type { Rational } from './rational.ts';

/**
 * What a formula needs of the numbers it is evaluated in. Binary64 numbers, enclosures of any precision and
 * truncated power series all implement it; a formula knows none of them.
 * An operation outside its domain (0 in a denominator, a negative number under a root) throws a RangeError.
 */
export interface Arithmetic<T> {
  rational(value: Rational): T;
  pi(): T;
  add(a: T, b: T): T;
  sub(a: T, b: T): T;
  mul(a: T, b: T): T;
  div(a: T, b: T): T;
  neg(a: T): T;
  abs(a: T): T;
  min(a: T, b: T): T;
  max(a: T, b: T): T;
  /** a to an integer power. */
  pow(a: T, n: number): T;
  sqrt(a: T): T;
  exp(a: T): T;
  log(a: T): T;
  sin(a: T): T;
  cos(a: T): T;
  sinh(a: T): T;
  cosh(a: T): T;
  tanh(a: T): T;
  atan(a: T): T;
  acos(a: T): T;
  asin(a: T): T;
}

/** Arithmetic on closed intervals that contain the true value: every result contains every possible true result. */
export interface EnclosureArithmetic<T> extends Arithmetic<T> {
  /** The smallest interval that contains both. */
  hull(a: T, b: T): T;
  /** -1, 0 or 1 when every number of the interval has that sign, otherwise undefined. */
  sign(a: T): -1 | 0 | 1 | undefined;
  /** Whether the two have a number in common. Disjoint enclosures prove that the enclosed numbers differ. */
  overlap(a: T, b: T): boolean;
  /** Whether every number of a is also in b. */
  within(a: T, b: T): boolean;
  /** Width over the largest magnitude in the interval, rounded up; 0 for an exact number, at most 2. */
  relativeWidth(a: T): number;
  /** A number inside, as binary64, for orientation. */
  middle(a: T): number;
  /** The two ends as exact rationals. */
  ends(a: T): readonly [Rational, Rational];
}
