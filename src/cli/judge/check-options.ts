import { type Rule, rounding, unit64, unitOfDigits } from '../../foreign/judgement/rule.ts';
import { parseRational, type Rational, sign } from '../../number/rational.ts';
import { UsageError } from '../usage.ts';

/** How answers are judged, as it is asked for on the command line. */
export interface RuleOptions {
  /** k of the rule, 4 unless given. */
  readonly ulps?: Rational;
  /** Relative error instead. */
  readonly rtol?: Rational;
  /** Decimal digits that the program computes with, where that is not binary64. */
  readonly digits?: number;
}

/** Reads a positive number, exactly. */
export const positiveNumber =
  (name: string) =>
  (text: string): Rational => {
    const match = /^\d{1,6}(\.\d{1,40})?([eE][+-]?\d{1,3})?$/.test(text) ? parseRational(text) : undefined;
    if (!match || sign(match) <= 0) throw new UsageError(`expected ${name} to be a positive number, got "${text}"`);
    return match;
  };

/** Throws a UsageError for two rules at once. */
export const ruleOf = ({ ulps, rtol, digits }: RuleOptions): Rule => {
  if (rtol && (ulps || digits !== undefined))
    throw new UsageError('expected --rtol alone or --ulps and --digits, got both');
  return rtol ? { by: 'size', part: rtol } : rounding(digits === undefined ? unit64 : unitOfDigits(digits), ulps);
};
