import type { Expr, Node, Sym } from '../formula/expression.ts';
import { freeSymbols, key, substitute } from '../formula/substitute.ts';
import { latex } from '../meaning/latex.ts';
import { one, type Rational } from '../number/rational.ts';
import { overMembers, overRange } from './binders.ts';
import { differentiate } from './differentiate.ts';
import { add, constantOf, divideShown, negated, subtract, times } from './field.ts';
import { arccosine, arcsine, arctangent, circular, exponential, hyperbolic, logarithm, powerOf } from './functions.ts';
import { opaque } from './opaque.ts';
import { constant, sorted } from './polynomial.ts';
import { absoluteOf } from './roots.ts';
import { formulaOf } from './show.ts';
import { signsOfFraction } from './signs.ts';
import {
  anySign,
  asFraction,
  type Condition,
  type Fraction,
  generatorNamed,
  negative,
  nonnegative,
  ofGenerator,
  piGenerator,
  positive,
  Refusal,
  type Signs,
  type State,
} from './state.ts';

/** A side condition that does not follow from the hypotheses. */
export class Unshown extends Refusal {
  override readonly name = 'Unshown';
}

const said = { '!= 0': 'not to be 0', '>= 0': 'to be at least 0', '> 0': 'to be above 0' } as const;

/** Notes what has to hold of a formula, once it is shown from the hypotheses. */
const demand = (state: State, of: Fraction, formula: Expr, is: Condition['is']): void => {
  const allowed = is === '!= 0' ? positive | negative : is === '> 0' ? positive : nonnegative;
  const signs = signsOfFraction(state, of);
  if ((signs & ~allowed) !== 0)
    throw new Unshown(`expected ${latex(formula)} ${said[is]}, which does not follow from the hypotheses`);
  // A number is what it is: no hypothesis is used.
  if (freeSymbols(formula).size === 0 || constantOf(of) !== undefined) return;
  // Bound variables are told by the names that they were given.
  const named = substitute(formula, Object.fromEntries(state.boundNames));
  state.conditions.set(`${is} ${key(named)}`, { formula: named, is });
};

export const quotientOf = (state: State, a: Fraction, b: Fraction, under: Expr): Fraction => {
  demand(state, b, under, '!= 0');
  return divideShown(state, a, b);
};

const signsOfSymbol = ({ sign }: Pick<Sym, 'sign'>): Signs =>
  sign === 'positive' ? positive : sign === 'nonnegative' ? nonnegative : anySign;

const raised = (state: State, base: Fraction, exponent: Rational, formula: Expr): Fraction => {
  const isRoot = exponent.denominator === 2n;
  if (exponent.denominator > 2n)
    throw new Refusal(`the power ${exponent.numerator}/${exponent.denominator} is not known`);
  if (isRoot) demand(state, base, formula, '>= 0');
  if (exponent.numerator < 0n) demand(state, base, formula, '!= 0');
  return powerOf(state, base, exponent);
};

type Call = Extract<Node, { kind: 'call' }>['name'];

const called = (state: State, name: Call, x: Fraction, argument: Expr): Fraction => {
  switch (name) {
    case 'abs':
      return absoluteOf(state, x);
    case 'exp':
      return exponential(state, x);
    case 'log':
      demand(state, x, argument, '> 0');
      return logarithm(state, x);
    case 'sin':
      return circular(state, x).sin;
    case 'cos':
      return circular(state, x).cos;
    case 'sinh':
      return hyperbolic(state, x).sinh;
    case 'cosh':
      return hyperbolic(state, x).cosh;
    case 'tanh': {
      // cosh is a sum of exponentials, never 0.
      const { sinh, cosh } = hyperbolic(state, x);
      return divideShown(state, sinh, cosh);
    }
    case 'atan':
      return arctangent(state, x);
    case 'asin':
    case 'acos': {
      const room = subtract(state, asFraction(constant(one)), times(state, x, x));
      demand(
        state,
        room,
        {
          kind: 'sum',
          terms: [
            { kind: 'number', value: one },
            {
              kind: 'product',
              factors: [
                { kind: 'number', value: { numerator: -1n, denominator: 1n } },
                { kind: 'power', base: argument, exponent: { numerator: 2n, denominator: 1n } },
              ],
            },
          ],
        },
        '>= 0',
      );
      return name === 'asin' ? arcsine(state, x) : arccosine(state, x);
    }
  }
};

/**
 * The normal form of a formula: a fraction of polynomials in symbols, pi, roots, exponentials, sines, cosines, inverse
 * functions and whatever is left open. Two formulas with the same normal form are equal wherever the hypotheses hold;
 * every root taken and every division made is noted as a side condition that was shown from them.
 * Throws a Refusal for what it does not know, and for a condition that it cannot show.
 */
export const normal = (state: State, formula: Expr): Fraction => {
  switch (formula.kind) {
    case 'number':
      return asFraction(constant(formula.value));
    case 'pi':
      return ofGenerator(piGenerator(state));
    case 'symbol': {
      const { symbol } = formula;
      if (symbol.name === 'infinity') throw new Refusal('infinity is not a number');
      const given = state.given.get(symbol.name);
      if (given) return given;
      const known = generatorNamed(state, `symbol ${symbol.name}`, () => ({ kind: 'symbol', formula, signs: anySign }));
      // Hypotheses know a symbol by its name only; formulas know how it is written.
      if (symbol.tex !== symbol.name && !symbol.name.startsWith('#')) known.formula = formula;
      return ofGenerator(known);
    }
    case 'sum':
      return formula.terms.map((term) => normal(state, term)).reduce((a, b) => add(state, a, b));
    case 'product':
      return formula.factors.map((factor) => normal(state, factor)).reduce((a, b) => times(state, a, b));
    case 'quotient':
      return quotientOf(state, normal(state, formula.over), normal(state, formula.under), formula.under);
    case 'power':
      return raised(state, normal(state, formula.base), formula.exponent, formula.base);
    case 'call':
      return called(state, formula.name, normal(state, formula.argument), formula.argument);
    case 'cases': {
      // Whichever case holds.
      if (key(formula.below) === key(formula.otherwise)) return normal(state, formula.below);
      const signs = signsOfFraction(state, subtract(state, normal(state, formula.left), normal(state, formula.right)));
      if (signs === negative) return normal(state, formula.below);
      if (!(signs & negative)) return normal(state, formula.otherwise);
      throw new Unshown(
        `whether ${latex(formula.left)} is below ${latex(formula.right)} does not follow from the hypotheses`,
      );
    }
    case 'unknown': {
      const args = formula.args.map((argument) => normal(state, argument));
      const shown: Expr = { ...formula, args: args.map((argument) => formulaOf(state, argument)) };
      return opaque(state, `unknown ${formula.unknown.name}`, shown, signsOfSymbol(formula.unknown), args);
    }
    case 'delta': {
      const argument = normal(state, formula.argument);
      // The delta function is even.
      const lead = sorted(argument.over)[0]?.coefficient.numerator ?? 0n;
      const unsigned = lead < 0n ? negated(argument) : argument;
      return opaque(state, 'delta', { kind: 'delta', argument: formulaOf(state, unsigned) }, nonnegative, [unsigned]);
    }
    case 'integral':
      return formula.ranges
        .map((range) => overRange(state, normal, formula.variable, range, formula.body))
        .reduce((a, b) => add(state, a, b));
    case 'pairSum':
    case 'total':
      return overMembers(state, normal, formula);
    case 'derivative': {
      const { variable, body, at } = formula;
      const slope = differentiate(body, variable.name);
      // The function must have a value there: 1/x is no derivative of log x where x < 0.
      normal(state, substitute(body, { [variable.name]: at }));
      return normal(state, substitute(slope, { [variable.name]: at }));
    }
  }
};
