import type { Expr, Node } from '../formula/expression.ts';
import { one, type Rational, rational } from '../number/rational.ts';
import { type Polynomial, sorted } from './polynomial.ts';
import { type Fraction, generatorAt, type State } from './state.ts';

const number = (value: Rational): Node => ({ kind: 'number', value });
const power = (base: Node, n: number): Node => (n === 1 ? base : { kind: 'power', base, exponent: rational(n) });

const product = (factors: readonly Node[]): Node =>
  factors.length === 0 ? number(one) : factors.length === 1 ? (factors[0] as Node) : { kind: 'product', factors };

const polynomialFormula = (state: State, a: Polynomial): Expr => {
  const terms = sorted(a).map(({ monomial, coefficient }): Node => {
    const top = monomial.filter(([, n]) => n > 0).map(([g, n]) => power(generatorAt(state, g).formula, n));
    const bottom = monomial.filter(([, n]) => n < 0).map(([g, n]) => power(generatorAt(state, g).formula, -n));
    const isPlain = coefficient.numerator === 1n && coefficient.denominator === 1n;
    const over = product(isPlain && top.length > 0 ? top : [number(coefficient), ...top]);
    return bottom.length === 0 ? over : { kind: 'quotient', over, under: product(bottom) };
  });
  return terms.length === 0 ? number(rational(0)) : terms.length === 1 ? (terms[0] as Node) : { kind: 'sum', terms };
};

/** A normal form as a formula: what is left of a difference that is not 0, for a reader. */
export const formulaOf = (state: State, { over, under }: Fraction): Expr => {
  const top = polynomialFormula(state, over);
  if (under.length === 0) return top;
  return {
    kind: 'quotient',
    over: top,
    under: product(under.map((factor) => power(polynomialFormula(state, factor.part), factor.power))),
  };
};
