import fc from 'fast-check';
import type { Arithmetic } from '../../src/number/arithmetic.ts';
import { enclosures } from '../../src/number/enclosure.ts';
import {
  compare,
  minus,
  multiply,
  parseRational,
  plus,
  power,
  type Rational,
  rational,
} from '../../src/number/rational.ts';

/** Exact numbers to try arithmetics at: of every size, and next to where functions are delicate. */
export type FunctionName = Exclude<
  keyof Arithmetic<number>,
  'rational' | 'pi' | 'add' | 'sub' | 'mul' | 'div' | 'neg' | 'abs' | 'min' | 'max' | 'pow'
>;
export const signed = fc.constantFrom(rational(-1), rational(1));
export const step = fc.integer({ min: 0, max: 8 });
/** Sizes spread evenly over the decades from 10^low to 10^high. */
export const decades = (low: number, high: number): fc.Arbitrary<Rational> =>
  fc
    .tuple(signed, fc.bigInt({ min: 10n ** 24n, max: 10n ** 25n }), fc.integer({ min: low, max: high - 1 }))
    .map(([sign, mantissa, k]) => multiply(multiply(sign, rational(mantissa, 10n ** 24n)), parseRational(`1e${k}`)));
export const integers = fc.integer({ min: -20, max: 20 }).map((n) => rational(n));
/** Numbers at distances from 10^-25 to 1 of a center. */
export const near = (center: fc.Arbitrary<Rational>): fc.Arbitrary<Rational> =>
  fc.tuple(center, decades(-25, 0)).map(([c, d]) => plus(c, d));
const tiny = decades(-60, -15);
const units = fc.constantFrom(rational(-1), rational(0), rational(1));
const pi = enclosures(25).ends(enclosures(25).pi())[0];
const quarterTurns = fc.integer({ min: -2000, max: 2000 }).map((k) => multiply(pi, rational(k, 2)));

export const all = fc.oneof(decades(-20, 20), integers, near(integers), tiny);
export const moderate = fc.oneof(decades(-20, 3), integers, near(integers), tiny);
const positive = (domain: fc.Arbitrary<Rational>) => domain.filter((x) => x.numerator > 0n);
export const angles = fc.oneof(all, quarterTurns, near(quarterTurns));
const sines = fc.oneof(decades(-20, 0), near(units), units, tiny).filter((x) => compare(power(x, 2), rational(1)) <= 0);

/** Every function with numbers of its domain. */
export const functions: readonly [FunctionName, fc.Arbitrary<Rational>][] = [
  ['sqrt', positive(all)],
  ['exp', moderate],
  ['log', positive(fc.oneof(all, near(fc.constant(rational(1)))))],
  ['sin', angles],
  ['cos', angles],
  ['sinh', moderate],
  ['cosh', moderate],
  ['tanh', moderate],
  ['atan', all],
  ['asin', sines],
  ['acos', sines],
];

/** The k-th of nine points from a to b. */
export const between = (a: Rational, b: Rational, k: number): Rational =>
  plus(a, multiply(minus(b, a), rational(k, 8)));
