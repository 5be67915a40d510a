import type { Expr } from '../../../src/formula/expression.ts';
import { type Algebra, fold } from '../../../src/formula/fold.ts';
import { formatRational, type Rational } from '../../../src/number/rational.ts';

const notAsked = (what: string) => (): never => {
  throw new TypeError(`SymPy is not asked about ${what}`);
};
const number = (value: Rational): string => `Rational(${value.numerator}, ${value.denominator})`;
const names: Readonly<Record<string, string>> = { abs: 'Abs' };

const text: Algebra<string> = {
  number,
  pi: () => 'pi',
  symbol: (symbol) => symbol.name,
  sum: (terms) => `(${terms.join(' + ')})`,
  product: (factors) => `(${factors.map((factor) => `(${factor})`).join('*')})`,
  quotient: (over, under) => `((${over})/(${under}))`,
  power: (base, exponent) => `((${base})**${number(exponent)})`,
  call: (name, argument) => `${names[name] ?? name}(${argument})`,
  cases: (left, right, below, otherwise) => `Piecewise((${below}, (${left}) < (${right})), (${otherwise}, True))`,
  unknown: notAsked('functions left open'),
  delta: notAsked('delta functions'),
  pairSum: notAsked('sums over pairs'),
  total: notAsked('sums'),
  integral: (variable, ranges, body) =>
    `(${ranges.map(([lo, hi]) => `Integral(${body}, (${variable.name}, ${lo}, ${hi}))`).join(' + ')})`,
  derivative: (variable, body, at) => `diff(${body}, ${variable.name}).subs(${variable.name}, ${at})`,
};

/** A formula as SymPy reads it, exact. Throws a TypeError for what it is not asked about. */
export const sympyText = (formula: Expr): string => fold(formula, text);

export const pointText = (point: ReadonlyMap<string, Rational>): Readonly<Record<string, string>> =>
  Object.fromEntries([...point].map(([name, value]) => [name, formatRational(value)]));
