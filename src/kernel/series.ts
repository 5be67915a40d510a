import type { Expr } from '../formula/expression.ts';
import { freeSymbols } from '../formula/substitute.ts';
import { latex } from '../meaning/latex.ts';
import { rational } from '../number/rational.ts';
import { holds } from './binders.ts';
import { add, divideShown, isZeroFraction, mentions, negated, subtract, times } from './field.ts';
import { arcsine, arctangent, circular, exponential, logarithm, piTimes } from './functions.ts';
import { normal } from './normal.ts';
import { constant } from './polynomial.ts';
import { squareRootOf } from './roots.ts';
import { signsOfFraction } from './signs.ts';
import { asFraction, type Fraction, isZero, negative, positive, Refusal, type State } from './state.ts';

/**
 * A power series in a small positive symbol with exact coefficients: small^valuation times the sum of terms[k] small^k,
 * the first term shown not to be 0. What lies beyond the terms is of higher order: every function is analytic where it
 * is expanded, which is shown from its argument at 0. `undefined` valuation: 0 as far as it is known.
 */
export interface PowerSeries {
  readonly valuation: number;
  readonly terms: readonly Fraction[];
}

const number = (n: number, d = 1): Fraction => asFraction(constant(rational(n, d)));

/** How many terms are kept. */
export const terms = 10;

/** Terms that are 0 at the front taken away. The first that is left must be shown not to be 0 before it is divided by. */
const trimmed = ({ valuation, terms: all }: PowerSeries): PowerSeries => {
  const first = all.findIndex((term) => !isZeroFraction(term));
  if (first < 0) return { valuation: valuation + all.length, terms: [] };
  return { valuation: valuation + first, terms: all.slice(first) };
};

const at = ({ valuation, terms: all }: PowerSeries, order: number): Fraction => all[order - valuation] ?? number(0);
/** The order up to which a series is known. */
const known = ({ valuation, terms: all }: PowerSeries): number => valuation + all.length;

const sum = (state: State, a: PowerSeries, b: PowerSeries): PowerSeries => {
  const [from, to] = [Math.min(a.valuation, b.valuation), Math.min(known(a), known(b))];
  return trimmed({
    valuation: from,
    terms: Array.from({ length: Math.max(0, to - from) }, (_, k) => add(state, at(a, from + k), at(b, from + k))),
  });
};

const product = (state: State, a: PowerSeries, b: PowerSeries): PowerSeries => {
  const length = Math.min(a.terms.length, b.terms.length);
  return trimmed({
    valuation: a.valuation + b.valuation,
    terms: Array.from({ length }, (_, n) => {
      let coefficient = number(0);
      for (let k = 0; k <= n; k++)
        coefficient = add(state, coefficient, times(state, a.terms[k] as Fraction, b.terms[n - k] as Fraction));
      return coefficient;
    }),
  });
};

const shownNotZero = (state: State, a: Fraction | undefined): Fraction => {
  if (!a || (signsOfFraction(state, a) & isZero) !== 0)
    throw new Refusal('a leading coefficient that is not known to be other than 0');
  return a;
};

const reciprocal = (state: State, a: PowerSeries): PowerSeries => {
  const lead = shownNotZero(state, a.terms[0]);
  const inverse: Fraction[] = [divideShown(state, number(1), lead)];
  for (let n = 1; n < a.terms.length; n++) {
    let rest = number(0);
    for (let k = 1; k <= n; k++)
      rest = add(state, rest, times(state, a.terms[k] as Fraction, inverse[n - k] as Fraction));
    inverse.push(negated(divideShown(state, rest, lead)));
  }
  return { valuation: -a.valuation, terms: inverse };
};

const root = (state: State, a: PowerSeries): PowerSeries => {
  if (a.terms.length === 0 || a.valuation % 2 !== 0) throw new Refusal('a root that has no series in whole powers');
  const lead = a.terms[0] as Fraction;
  if (signsOfFraction(state, lead) !== positive)
    throw new Refusal('the root of a series whose leading coefficient is not known to be positive');
  const first = squareRootOf(state, lead);
  const found: Fraction[] = [first];
  for (let n = 1; n < a.terms.length; n++) {
    let rest = a.terms[n] as Fraction;
    for (let k = 1; k < n; k++)
      rest = subtract(state, rest, times(state, found[k] as Fraction, found[n - k] as Fraction));
    found.push(divideShown(state, rest, times(state, number(2), first)));
  }
  return { valuation: a.valuation / 2, terms: found };
};

const constantSeries = (value: Fraction): PowerSeries =>
  trimmed({ valuation: 0, terms: [value, ...Array.from({ length: terms - 1 }, () => number(0))] });

/** The series as coefficients of small^0, small^1, ...; refused where it has negative powers or its value is not known. */
const fromZero = (a: PowerSeries): readonly Fraction[] => {
  if (a.valuation < 0) throw new Refusal('a function of something that grows beyond all bounds');
  if (known(a) < 1) throw new Refusal('a function of something of which no term is known');
  return Array.from({ length: known(a) }, (_, k) => at(a, k));
};

const ordinary = (coefficients: readonly Fraction[]): PowerSeries => trimmed({ valuation: 0, terms: coefficients });
const slope = (coefficients: readonly Fraction[], state: State): PowerSeries =>
  ordinary(coefficients.slice(1).map((c, k) => times(state, number(k + 1), c)));

/** The series whose derivative is given, with a given value at 0. */
const integrated = (state: State, start: Fraction, derivative: PowerSeries): PowerSeries =>
  ordinary([start, ...fromZero(derivative).map((c, k) => times(state, number(1, k + 1), c))]);

/** y with y' = x' times something that depends on y, term by term: exp, sin and cos. */
const circularSeries = (
  state: State,
  x: readonly Fraction[],
): { readonly sin: PowerSeries; readonly cos: PowerSeries } => {
  const start = circular(state, x[0] as Fraction);
  const [sin, cos]: readonly [Fraction[], Fraction[]] = [[start.sin], [start.cos]];
  for (let n = 1; n < x.length; n++) {
    let [s, c] = [number(0), number(0)];
    for (let k = 1; k <= n; k++) {
      const weight = times(state, number(k, n), x[k] as Fraction);
      s = add(state, s, times(state, weight, cos[n - k] as Fraction));
      c = subtract(state, c, times(state, weight, sin[n - k] as Fraction));
    }
    sin.push(s);
    cos.push(c);
  }
  return { sin: ordinary(sin), cos: ordinary(cos) };
};

const exponentialSeries = (state: State, x: readonly Fraction[]): PowerSeries => {
  const found: Fraction[] = [exponential(state, x[0] as Fraction)];
  for (let n = 1; n < x.length; n++) {
    let term = number(0);
    for (let k = 1; k <= n; k++)
      term = add(state, term, times(state, times(state, number(k, n), x[k] as Fraction), found[n - k] as Fraction));
    found.push(term);
  }
  return ordinary(found);
};

const arctangentSeries = (state: State, x: PowerSeries): PowerSeries => {
  if (x.terms.length > 0 && x.valuation < 0) {
    // atan x = +-pi/2 - atan(1/x) for large x of either sign.
    const signs = signsOfFraction(state, shownNotZero(state, x.terms[0]));
    if (signs !== positive && signs !== negative) throw new Refusal('an arc tangent of large argument of unknown sign');
    const side = constantSeries(piTimes(state, rational(signs === positive ? 1 : -1, 2)));
    const inner = arctangentSeries(state, reciprocal(state, x));
    return sum(state, side, product(state, constantSeries(number(-1)), inner));
  }
  const coefficients = fromZero(x);
  const under = sum(state, constantSeries(number(1)), product(state, padded(coefficients), padded(coefficients)));
  return integrated(
    state,
    arctangent(state, coefficients[0] as Fraction),
    product(state, slope(coefficients, state), reciprocal(state, under)),
  );
};

const arcsineSeries = (state: State, x: PowerSeries): PowerSeries => {
  const coefficients = fromZero(x);
  const squared = product(state, padded(coefficients), padded(coefficients));
  const under = sum(state, constantSeries(number(1)), product(state, constantSeries(number(-1)), squared));
  return integrated(
    state,
    arcsine(state, coefficients[0] as Fraction),
    product(state, slope(coefficients, state), reciprocal(state, root(state, under))),
  );
};

/** A series whose zeros at the front are kept, so that no order is lost in a square. */
const padded = (coefficients: readonly Fraction[]): PowerSeries => ({ valuation: 0, terms: coefficients });

/**
 * The expansion of a formula in a symbol that goes to 0 from above, all other symbols held. Throws a Refusal for what
 * has no such series or is not known to have one.
 */
export const expand = (state: State, formula: Expr, small: string): PowerSeries => {
  /** The value of what does not speak of the small symbol, nor of one that the hypotheses give by it. */
  const held = (node: Expr): Fraction => {
    const value = normal(state, node);
    const index = state.named.get(`symbol ${small}`);
    if (index !== undefined) {
      const depends = holds(state, new Set([index]));
      if ([...state.generators.keys()].some((g) => mentions(value, g) && depends(g)))
        throw new Refusal(`a hypothesis that gives a symbol by ${small}, which goes to 0`);
    }
    return value;
  };
  const go = (node: Expr): PowerSeries => {
    if (!freeSymbols(node).has(small)) return constantSeries(held(node));
    switch (node.kind) {
      case 'symbol':
        return { valuation: 1, terms: [number(1), ...Array.from({ length: terms - 1 }, () => number(0))] };
      case 'sum':
        return node.terms.map(go).reduce((a, b) => sum(state, a, b));
      case 'product':
        return node.factors.map(go).reduce((a, b) => product(state, a, b));
      case 'quotient':
        return product(state, go(node.over), reciprocal(state, go(node.under)));
      case 'power': {
        if (node.exponent.denominator > 2n) throw new Refusal(`the series of ${latex(node)} is not known`);
        const base = go(node.base);
        const start = node.exponent.denominator === 2n ? root(state, base) : base;
        const n = Number(node.exponent.numerator);
        let value = constantSeries(number(1));
        for (let left = Math.abs(n); left > 0; left--) value = product(state, value, start);
        return n < 0 ? reciprocal(state, value) : value;
      }
      case 'call': {
        const x = go(node.argument);
        switch (node.name) {
          case 'exp':
            return exponentialSeries(state, fromZero(x));
          case 'sin':
            return circularSeries(state, fromZero(x)).sin;
          case 'cos':
            return circularSeries(state, fromZero(x)).cos;
          case 'sinh':
          case 'cosh': {
            const up = exponentialSeries(state, fromZero(x));
            const down = reciprocal(state, up);
            const other = node.name === 'cosh' ? down : product(state, constantSeries(number(-1)), down);
            return product(state, constantSeries(number(1, 2)), sum(state, up, other));
          }
          case 'tanh': {
            const squared = exponentialSeries(state, fromZero(product(state, constantSeries(number(2)), x)));
            const minusOne = sum(state, squared, constantSeries(number(-1)));
            return product(state, minusOne, reciprocal(state, sum(state, squared, constantSeries(number(1)))));
          }
          case 'atan':
            return arctangentSeries(state, x);
          case 'asin':
            return arcsineSeries(state, x);
          case 'acos':
            return sum(
              state,
              constantSeries(piTimes(state, rational(1, 2))),
              product(state, constantSeries(number(-1)), arcsineSeries(state, x)),
            );
          case 'abs': {
            const signs = signsOfFraction(state, shownNotZero(state, x.terms[0]));
            if (signs === positive) return x;
            if (signs === negative) return product(state, constantSeries(number(-1)), x);
            throw new Refusal('the magnitude of a series of unknown sign');
          }
          case 'log': {
            const coefficients = fromZero(x);
            const lead = coefficients[0] as Fraction;
            if (signsOfFraction(state, lead) !== positive)
              throw new Refusal('the logarithm of a series that is not known to be positive');
            return integrated(
              state,
              logarithm(state, lead),
              product(state, slope(coefficients, state), reciprocal(state, ordinary(coefficients))),
            );
          }
        }
        throw new Refusal(`the series of ${latex(node)} is not known`);
      }
      case 'cases': {
        const difference = sum(state, go(node.left), product(state, constantSeries(number(-1)), go(node.right)));
        const signs = difference.terms.length === 0 ? isZero : signsOfFraction(state, difference.terms[0] as Fraction);
        if (signs === negative) return go(node.below);
        if (signs === positive) return go(node.otherwise);
        throw new Refusal('which case holds for a small symbol is not known');
      }
      default:
        throw new Refusal(`the series of ${latex(node)} is not known`);
    }
  };
  return go(formula);
};
