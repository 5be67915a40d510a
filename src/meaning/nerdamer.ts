import type { Expr } from '../formula/expression.ts';
import { type Algebra, fold } from '../formula/fold.ts';
import { formatRational } from '../number/rational.ts';

const notAsked = (what: string) => (): never => {
  throw new TypeError(`nerdamer is not asked about ${what}`);
};

const text: Algebra<string> = {
  number: (value) => `(${formatRational(value)})`,
  pi: () => 'pi',
  symbol: (symbol) => symbol.name,
  sum: (terms) => `(${terms.join('+')})`,
  product: (factors) => `(${factors.join('*')})`,
  quotient: (over, under) => `((${over})/(${under}))`,
  power: (base, exponent) => `((${base})^(${formatRational(exponent)}))`,
  call: (name, argument) => `${name}(${argument})`,
  cases: notAsked('formulas with cases'),
  delta: notAsked('delta functions'),
  integral: notAsked('integrals'),
  pairSum: notAsked('sums over pairs'),
  total: notAsked('sums'),
  derivative: notAsked('derivatives'),
  unknown: (unknown) => {
    throw new TypeError(`nerdamer is not asked about the unknown function ${unknown.name}`);
  },
};

/** A scalar formula as nerdamer reads it: exact numbers and symbols only. */
export const nerdamerText = (expression: Expr<string, 'scalar'>): string => fold(expression, text);
