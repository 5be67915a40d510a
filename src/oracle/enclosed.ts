import type { Expr } from '../formula/expression.ts';
import { key } from '../formula/substitute.ts';
import { evaluate } from '../meaning/value.ts';
import { guaranteedDigits } from '../number/digits.ts';
import { compare, minus, multiply, type Rational, rational, sign, zero } from '../number/rational.ts';
import { certified, mostWorkingDigits } from './arithmetic.ts';
import { decimalValue, figuresOf, outward } from './decimal.ts';
import { OracleError } from './error.ts';
import { exactly, vanishes } from './exact.ts';
import { atPoint, type Scene } from './scene.ts';

/** A value with what is certain of it. */
export interface Value {
  /** Digits that are all right: the rest of the value is less than one unit of the last one. '0' is exactly 0. */
  readonly digits: string;
  /** How many of them there are; 0 for exactly 0. */
  readonly figures: number;
  /** The true value lies within this distance of `digits`. '0' where that is exact. */
  readonly bound: string;
  /** Decimals below and above the true value. */
  readonly lower: string;
  readonly upper: string;
  /** The ends of the enclosure, exactly. */
  readonly ends: readonly [Rational, Rational];
  /** Decimal digits that the computation carried. */
  readonly working: number;
}

const exactZero: Value = {
  digits: '0',
  figures: 0,
  bound: '0',
  lower: '0',
  upper: '0',
  ends: [zero, zero],
  working: 0,
};

/** More digits than this many times what is asked, and that many more, are not tried. */
const [mostTimes, mostBeyond] = [40, 20_000];
/** The same for an integral, each of whose attempts may take a second and more. */
const [mostTimesOfIntegrals, mostBeyondOfIntegrals] = [4, 200];
/** More digits help an integral if they make its enclosure at least so much narrower. */
const helps = rational(1000);
/** Figures of a bound, and those of the ends beyond those of the value. */
const [boundFigures, endFigures] = [2, 3];

const valueFrom = (ends: readonly [Rational, Rational], digits: string, working: number): Value => {
  const [lo, hi] = ends;
  const shown = decimalValue(digits);
  const [below, above] = [minus(shown, lo), minus(hi, shown)];
  const reach = compare(below, above) > 0 ? below : above;
  const figures = figuresOf(digits);
  return {
    digits,
    figures,
    bound: outward(reach, boundFigures, 'up'),
    lower: outward(lo, figures + endFigures, 'down'),
    upper: outward(hi, figures + endFigures, 'up'),
    ends,
    working,
  };
};

/**
 * The digits wanted, if the ends agree on them. A value that lies halfway between two of them, such as 2.5 to one
 * digit, never rounds to one of them for certain: it is given with one digit more.
 */
const certainDigits = (ends: readonly [Rational, Rational], digits: number): string | undefined => {
  const isPoint = compare(ends[0], ends[1]) === 0;
  for (const figures of [digits, digits + 1]) {
    const text = guaranteedDigits(ends, figures);
    if (figuresOf(text) >= figures || (isPoint && figuresOf(text) > 0)) return text;
  }
  return undefined;
};

const integrals = new WeakMap<Expr, boolean>();
/** Whether a formula holds an integral. */
export const holdsIntegral = (formula: Expr): boolean => {
  const known = integrals.get(formula) ?? key(formula).includes('(int ');
  integrals.set(formula, known);
  return known;
};

/** Why there is no enclosure, in terms of the formula rather than of how it was evaluated. */
const whyNone = (fault: Error | undefined, isIntegral: boolean, digits: number): string => {
  if (isIntegral)
    return `no enclosure of its integral is found here with ${digits} digits: the integrand is not bounded, or changes too fast`;
  if (fault?.message.startsWith('division by'))
    return `a denominator in its formula is 0 here, or not told from 0 with ${digits} digits`;
  return `it has none here: ${fault?.message}`;
};

/**
 * The value of a formula at a point with at least that many digits certain: enclosed with ten digits more, then with
 * twice as many until the digits are. An integral that cannot be enclosed so narrowly is given with the digits that it
 * has. `name` is that of what is asked for. Throws an OracleError where the formula has no value there, or is 0 as far as anyone can tell.
 */
export const enclose = (whole: Expr, scene: Scene, digits: number, name = 'it'): Value => {
  const { formula } = atPoint(whole, scene);
  const isIntegral = holdsIntegral(formula);
  const most = Math.min(
    mostWorkingDigits,
    isIntegral ? mostTimesOfIntegrals * digits + mostBeyondOfIntegrals : mostTimes * digits + mostBeyond,
  );
  let best: { readonly ends: readonly [Rational, Rational]; readonly working: number } | undefined;
  let width: Rational | undefined;
  let fault: RangeError | undefined;
  for (let working = digits + 10; ; working = Math.min(most, 2 * working)) {
    try {
      const a = certified(working);
      const ends = a.ends(evaluate(formula)(a, scene.withCut(working)));
      const holdsZero = sign(ends[0]) * sign(ends[1]) <= 0;
      // Whether a value is exactly 0 is asked only where it may be.
      if (holdsZero && (compare(...ends) === 0 || vanishes(formula, scene.exact))) return exactZero;
      const text = certainDigits(ends, digits);
      if (text) return valueFrom(ends, text, working);
      const now = minus(ends[1], ends[0]);
      const isStuck = isIntegral && width !== undefined && compare(multiply(helps, now), width) > 0;
      if (!width || compare(now, width) < 0) [best, width] = [{ ends, working }, now];
      if (isStuck) break;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      if (!fault && exactly(formula, scene.exact)?.sign === 0) return exactZero;
      fault = error;
    }
    if (working >= most) break;
  }
  if (!best)
    throw new OracleError(`expected a point where ${name} has a value, but ${whyNone(fault, isIntegral, most)}`);
  const { ends, working } = best;
  for (let figures = digits; figures > 0 && isIntegral; figures--) {
    const text = guaranteedDigits(ends, figures);
    if (figuresOf(text) > 0) return valueFrom(ends, text, working);
  }
  const [down, up] = [outward(ends[0], 2, 'down'), outward(ends[1], 2, 'up')];
  throw new OracleError(
    sign(ends[0]) * sign(ends[1]) <= 0
      ? `expected a value other than 0, but with ${working} digits all that is certain is that it lies between ${down} and ${up}: it is 0 or too small to be told from it`
      : `expected ${digits} certain digits, but with ${working} digits all that is certain is that it lies between ${down} and ${up}`,
  );
};
