import { multiply, type Rational, rational } from '../../number/rational.ts';

/**
 * How far an answer may lie from the truth: k (1 + sum of |condition numbers|) u of its size, what rounding every input
 * and the result to unit roundoff u makes of it, k times; or a fixed part of its size.
 */
export type Rule =
  | { readonly by: 'rounding'; readonly k: Rational; readonly u: Rational }
  | { readonly by: 'size'; readonly part: Rational };

/** The unit roundoff of binary64 and of binary32. */
export const [unit64, unit32] = [rational(1n, 1n << 53n), rational(1n, 1n << 24n)];
/** The unit roundoff of numbers of that many decimal digits: half a unit of the last one. */
export const unitOfDigits = (digits: number): Rational => rational(1n, 2n * 10n ** BigInt(digits - 1));

/** The inverse. */
export const digitsOfUnit = (u: Rational): number => String(u.denominator / (2n * u.numerator)).length;

/** k, unless said otherwise. */
export const usualUlps = 4;

export const rounding = (u: Rational = unit64, k: Rational = rational(usualUlps)): Rule => ({ by: 'rounding', k, u });

/** The relative error that the rule forgives where the conditions are those of a rounded result alone. */
export const leastPart = (rule: Rule): Rational => (rule.by === 'size' ? rule.part : multiply(rule.k, rule.u));
