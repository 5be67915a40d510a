import { div, type Expr, mul, num, pi, pow } from '../formula/expression.ts';
import { latex } from '../meaning/latex.ts';
import { evaluate } from '../meaning/value.ts';
import { dyadics } from '../number/dyadic.ts';
import { compare, multiply, plus, type Rational, rational } from '../number/rational.ts';
import type { Ends, Factor } from './finding.ts';

const largest = 240n;

/** The fraction of the smallest denominator (and both parts at most 240) in an interval of positive numbers. */
const simplestFraction = ([lo, hi]: Ends): Rational | undefined => {
  for (let denominator = 1n; denominator <= largest; denominator++) {
    const numerator = (lo.numerator * denominator + lo.denominator - 1n) / lo.denominator;
    const candidate = rational(numerator, denominator);
    if (numerator <= largest && numerator > 0n && compare(candidate, hi) <= 0) return candidate;
  }
  return undefined;
};

const digits = dyadics(40);
const powerOfPi = (n: number): Ends => digits.ends(evaluate(pow(pi, n))(digits, new Map()));

const over = (ends: Ends, by: Ends): Ends => {
  const quotient = digits.div(
    digits.hull(digits.rational(ends[0]), digits.rational(ends[1])),
    digits.hull(digits.rational(by[0]), digits.rational(by[1])),
  );
  return digits.ends(quotient);
};

const candidates = [0, 1, -1, 2, -2].map((n) => [n, powerOfPi(n)] as const);

const formulaOf = (fraction: Rational, piPower: number): Expr => {
  const plain = num(fraction);
  if (piPower === 0) return plain;
  const one = fraction.numerator === fraction.denominator;
  if (piPower < 0) return div(plain, piPower === -1 ? pi : pow(pi, -piPower));
  const power = piPower === 1 ? pi : pow(pi, piPower);
  return one ? power : mul(plain, power);
};

/**
 * The constant (a simple fraction times a power of pi) that all the given enclosures share, if they do. Three of them
 * must be narrow (1e-9) for the constant to be taken seriously, and all must contain it.
 */
export const commonFactor = (ratios: readonly Ends[]): Factor | undefined => {
  const first = ratios[0];
  if (!first) return undefined;
  const negative = first[1].numerator < 0n;
  const sized = ratios.map(
    ([lo, hi]): Ends => (negative ? [multiply(rational(-1), hi), multiply(rational(-1), lo)] : [lo, hi]),
  );
  const narrow = sized.filter(
    ([lo, hi]) => lo.numerator > 0n && compare(hi, multiply(lo, plus(rational(1), rational(1n, 10n ** 9n)))) <= 0,
  );
  const sharpest = narrow[0];
  if (!sharpest || narrow.length < Math.min(3, sized.length)) return undefined;
  for (const [n, power] of candidates) {
    const fraction = simplestFraction(over(sharpest, power));
    if (!fraction) continue;
    const holdsEverywhere = sized.every((ends) => {
      const [lo, hi] = over(ends, power);
      return compare(lo, fraction) <= 0 && compare(fraction, hi) <= 0;
    });
    if (!holdsEverywhere) continue;
    const formula = formulaOf(negative ? multiply(rational(-1), fraction) : fraction, n);
    return { formula, text: latex(formula) };
  }
  return undefined;
};
