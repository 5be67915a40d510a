import type { Expr } from '../../formula/expression.ts';
import { freeSymbols } from '../../formula/substitute.ts';
import { evaluate } from '../../meaning/value.ts';
import {
  compare,
  fromBinary64,
  minus,
  multiply,
  negate,
  one,
  plus,
  type Rational,
  rational,
  sign,
  zero,
} from '../../number/rational.ts';
import { certified } from '../../oracle/arithmetic.ts';
import { conditions } from '../../oracle/conditioning.ts';
import { enclose, holdsIntegral, type Value } from '../../oracle/enclosed.ts';
import { OracleError } from '../../oracle/error.ts';
import { type Prepared, pointOf, prepare } from '../../oracle/prepare.ts';
import { atPoint } from '../../oracle/scene.ts';
import type { Quantity } from '../../theory/quantity.ts';
import type { Point } from '../case.ts';
import { leastPart, type Rule } from './rule.ts';

/** Values of parameters, each exact. */
export type ExactPoint = Readonly<Record<string, Rational>>;
export type Ends = readonly [Rational, Rational];

/** What is true of a quantity at a point. */
export type Truth =
  | {
      readonly kind: 'value';
      readonly prepared: Prepared;
      readonly value: Value;
      /** How far an answer may lie from the value by a rule. */
      readonly allowed: (rule: Rule) => Rational;
    }
  | { readonly kind: 'invalid'; readonly why: string };

export const exactPoint = (point: Point): ExactPoint =>
  Object.fromEntries(Object.entries(point).map(([name, value]) => [name, fromBinary64(value)]));

const size = (a: Rational): Rational => (sign(a) < 0 ? negate(a) : a);
const larger = (a: Rational, b: Rational): Rational => (compare(a, b) > 0 ? a : b);
/** The largest size of a number of an interval. */
export const mostOf = ([lo, hi]: Ends): Rational => larger(size(lo), size(hi));
/** How far any two numbers of two intervals may lie apart. */
const apart = (a: Ends, b: Ends): Rational => larger(size(minus(a[1], b[0])), size(minus(b[1], a[0])));

/** The enclosure of a quantity where it has one: undefined outside its domain. */
export const endsAt = (quantity: Quantity, point: ExactPoint, digits: number): Ends | undefined => {
  try {
    const { scene } = prepare(quantity, pointOf(point));
    return enclose(quantity.formula, scene, digits, quantity.name).ends;
  } catch (error) {
    if (error instanceof OracleError) return undefined;
    throw error;
  }
};

/** What conditions sum to, in size; undefined where one of them is not known. */
const summed = ({ quantity, scene, point }: Prepared, formula: Expr): Rational | undefined => {
  let sum = zero;
  for (const { ends } of conditions(
    formula,
    scene,
    [...point.keys()].filter((name) => hasPart(quantity, name)),
  )) {
    if (!ends) return undefined;
    sum = plus(sum, mostOf(ends));
  }
  return sum;
};

const hasPart = (quantity: Quantity, name: string): boolean => partsOf(quantity).has(name);
const parts = new WeakMap<Quantity, ReadonlySet<string>>();
const partsOf = (quantity: Quantity): ReadonlySet<string> => {
  const known = parts.get(quantity) ?? new Set([...freeSymbols(quantity.formula).keys()]);
  parts.set(quantity, known);
  return known;
};

/** How far the value moves when each input moves by a part of itself, one after the other, within the domain. */
const moved = (quantity: Quantity, point: ExactPoint, value: Ends, part: Rational, digits: number): Rational =>
  Object.entries(point).reduce((sum, [name, x]) => {
    const ends = [plus(one, part), minus(one, part)].map((factor) =>
      endsAt(quantity, { ...point, [name]: multiply(x, factor) }, digits),
    );
    return plus(
      sum,
      ends.reduce((most, end) => (end ? larger(most, apart(end, value)) : most), zero),
    );
  }, zero);

/** How far the values of a formula reach when all inputs reach over a part of themselves; undefined where they have no bound. */
const overBox = (
  { quantity, scene, point }: Prepared,
  value: Ends,
  part: Rational,
  digits: number,
): Rational | undefined => {
  const a = certified(digits);
  const wide = a.hull(a.rational(plus(one, part)), a.rational(minus(one, part)));
  try {
    const { formula } = atPoint(quantity.formula, scene);
    const at = scene.withCut(digits);
    const over = new Map([...at].map(([name, x]) => [name, point.has(name) ? a.mul(x, wide) : x]));
    return apart(a.ends(evaluate(formula)(a, over)), value);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
};

/**
 * The reach over a box is quickly had, but where inputs stand several times it is too large, next to a boundary without
 * measure: beyond so many times the error of the result itself the inputs are moved.
 */
const mostOverBox = rational(100_000);

/** Digits of the truth beyond those that a rule looks at. */
const spare = 6;
const digitsOf = (rule: Rule): number => {
  const { numerator, denominator } = leastPart(rule);
  return Math.max(3, `${denominator / numerator}`.length) + spare;
};

/**
 * The certified value of a quantity at a point, or why the point lies outside its domain. Where the condition numbers
 * are not known (a value of 0, a root that starts there, an integral) the inputs are moved by k u of themselves instead,
 * which is the same to first order. Throws an OracleError where a point of the domain has no value that is told from 0.
 */
export const truthAt = (quantity: Quantity, point: Point, rule: Rule): Truth => {
  let prepared: Prepared;
  try {
    prepared = prepare(quantity, pointOf(point));
  } catch (error) {
    if (error instanceof OracleError) return { kind: 'invalid', why: error.message };
    throw error;
  }
  const digits = digitsOf(rule);
  const value = enclose(quantity.formula, prepared.scene, digits, quantity.name);
  const own = quantity.closed ?? quantity.formula;
  let sum: Rational | 'unknown' | undefined;
  const allowed = (by: Rule): Rational => {
    const most = mostOf(value.ends);
    if (by.by === 'size') return multiply(by.part, most);
    const part = multiply(by.k, by.u);
    if (!holdsIntegral(own)) sum ??= summed(prepared, own) ?? 'unknown';
    if (sum !== undefined && sum !== 'unknown') return multiply(multiply(part, plus(one, sum)), most);
    const least = multiply(part, most);
    // An integral over a whole line takes too long to be moved in each of its ten inputs.
    const byBox = quantity.overLine ? overBox(prepared, value.ends, part, digits) : undefined;
    const isNarrow = byBox !== undefined && compare(byBox, multiply(mostOverBox, least)) <= 0;
    return plus(least, isNarrow ? byBox : moved(quantity, exactPoint(point), value.ends, part, digits + spare));
  };
  return { kind: 'value', prepared, value, allowed };
};
