import type { Expr } from '../formula/expression.ts';
import { fold, type ScalarAlgebra } from '../formula/fold.ts';
import { formatRational } from '../number/rational.ts';

const text: ScalarAlgebra<string> = {
  number: (value) => `(${formatRational(value)})`,
  pi: () => 'pi',
  symbol: (symbol) => symbol.name,
  sum: (terms) => `(${terms.join('+')})`,
  product: (factors) => `(${factors.join('*')})`,
  quotient: (over, under) => `((${over})/(${under}))`,
  power: (base, exponent) => `((${base})^(${formatRational(exponent)}))`,
  call: (name, argument) => `${name}(${argument})`,
  cases: () => {
    throw new TypeError('nerdamer is not asked about formulas with cases');
  },
  unknown: (unknown) => {
    throw new TypeError(`nerdamer is not asked about the unknown function ${unknown.name}`);
  },
};

/** A scalar formula as nerdamer reads it: exact numbers and symbols only. */
export const nerdamerText = (expression: Expr<string, 'scalar'>): string => fold(expression, text);
