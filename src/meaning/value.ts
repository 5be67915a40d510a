import type { Expr, FunctionName } from '../formula/expression.ts';
import { type Algebra, fold } from '../formula/fold.ts';
import type { Arithmetic, EnclosureArithmetic } from '../number/arithmetic.ts';
import type { Integrating } from '../number/integrals.ts';
import { integrate } from '../number/quadrature.ts';
import { formatRational, type Rational, rational } from '../number/rational.ts';
import { type Series, series } from '../number/taylor.ts';
import {
  combined,
  type Environment,
  type Evaluator,
  nameOf,
  opened,
  overVariable,
  type Part,
  partsOfFormula,
  remembered,
  type Step,
  withoutVariable,
} from './parts.ts';

export type { Environment, Evaluator } from './parts.ts';

const functions: Record<FunctionName, <T>(a: Arithmetic<T>, x: T) => T> = {
  abs: (a, x) => a.abs(x),
  exp: (a, x) => a.exp(x),
  log: (a, x) => a.log(x),
  sin: (a, x) => a.sin(x),
  cos: (a, x) => a.cos(x),
  sinh: (a, x) => a.sinh(x),
  cosh: (a, x) => a.cosh(x),
  tanh: (a, x) => a.tanh(x),
  atan: (a, x) => a.atan(x),
  acos: (a, x) => a.acos(x),
  asin: (a, x) => a.asin(x),
};

const raise = <T>(a: Arithmetic<T>, base: T, exponent: Rational): T => {
  const n = Number(exponent.numerator);
  if (exponent.denominator === 1n) return a.pow(base, n);
  return n === 1 ? a.sqrt(base) : a.pow(a.sqrt(base), n);
};

const isEnclosures = <T>(a: Arithmetic<T>): a is EnclosureArithmetic<T> => 'hull' in a;
const isIntegrating = <T>(a: Arithmetic<T>): a is Arithmetic<T> & Integrating<T> => 'integrate' in a;

/** Most spins over whose pairs a sum is written out. */
const mostSpins = 12;
/** How closely an integral is enclosed before its value is used. */
const integralTolerance = 1e-9;
/** Most panels of one integral: what is not narrow by then is left as wide as it is. */
const mostPanels = 600;

const integrateOver = <T>(
  a: EnclosureArithmetic<T>,
  environment: Environment<T>,
  name: string,
  body: Part,
  fixed: readonly Part[],
  lo: T,
  hi: T,
): T => {
  const lifted = <U>(lift: (value: T) => U): Environment<U> =>
    new Map([...environment].map(([symbol, value]) => [symbol, lift(value)]));
  if (isIntegrating(a)) return a.integrate((b, lift) => overVariable(b, lifted(lift), name, body, fixed), lo, hi);
  const scope = lifted((value): Series<T> => [value]);
  const made = new Map<object, (x: Series<T>) => Series<T>>();
  const integrand = (x: Series<T>, s: Arithmetic<Series<T>>): Series<T> => {
    const known = made.get(s) ?? overVariable(s, scope, name, body, fixed);
    made.set(s, known);
    return known(x);
  };
  return integrate<T>(a, integrand, lo, hi, { relative: integralTolerance, panels: mostPanels }).value;
};

/** The numbers 1 to n of a set that a sum runs over. */
const members = <T>(a: Arithmetic<T>, environment: Environment<T>, count: string): readonly T[] => {
  const value = environment.get(count);
  const n = isEnclosures(a) && value !== undefined ? a.middle(value) : Number.NaN;
  if (!Number.isInteger(n) || n > mostSpins)
    throw new RangeError(`a sum is evaluated for at most ${mostSpins} spins, got ${n}`);
  return Array.from({ length: n }, (_, index) => a.rational(rational(index + 1)));
};

/**
 * The hull of both cases where the enclosures do not tell which one holds. It contains the value; it is narrow where the
 * two meet, as the rates do where the cut-off is at a limit.
 */
const either = <T>(a: Arithmetic<T>, x: () => T, y: () => T): T => {
  if (!isEnclosures(a)) throw new RangeError('the enclosures do not tell which case holds');
  return a.hull(x(), y());
};

/** The meanings of the parts of one formula, each part made once. */
const evaluators = (): Algebra<Part> & { readonly finish: () => void } => {
  const { part, find, finish } = partsOfFormula();

  return {
    number: (value) => part(`number:${formatRational(value)}`, [], () => remembered((a) => a.rational(value))),
    pi: () => part('pi', [], () => remembered((a) => a.pi())),
    symbol: ({ name }) =>
      part(nameOf(name), [], () => (_, { environment }) => {
        const value = environment.get(name);
        if (value === undefined) throw new ReferenceError(`expected a value for ${name}, got none`);
        return value;
      }),
    sum: (terms) => part('sum', terms, () => combined(terms, (a, x, y) => a.add(x, y))),
    product: ([first, ...others]) => {
      if (first === undefined) throw new RangeError('expected a product of one factor or more, got none');
      const product = (factors: readonly Part[]): Step => combined(factors, (a, x, y) => a.mul(x, y));
      // A difference is a sum with -1 times a term.
      if (others.length === 0 || first !== find('number:-1'))
        return part('product', [first, ...others], () => product([first, ...others]));
      return part('negative', others, () => {
        const positive = product(others);
        return (a, frame) => a.neg(positive(a, frame));
      });
    },
    quotient: (over, under) =>
      part('quotient', [over, under], () => (a, frame) => a.div(over.step(a, frame), under.step(a, frame))),
    power: (base, exponent) =>
      part(`power:${formatRational(exponent)}`, [base], () => (a, frame) => raise(a, base.step(a, frame), exponent)),
    call: (name, argument) =>
      part(`call:${name}`, [argument], () => (a, frame) => functions[name](a, argument.step(a, frame))),
    cases: (left, right, below, otherwise) =>
      part('cases', [left, right, below, otherwise], () => (a, frame) => {
        const sign = signOf(a, a.sub(left.step(a, frame), right.step(a, frame)));
        if (sign === undefined)
          return either(
            a,
            () => below.step(a, frame),
            () => otherwise.step(a, frame),
          );
        return sign < 0 ? below.step(a, frame) : otherwise.step(a, frame);
      }),
    unknown: ({ name }, args) =>
      part(`unknown:${name}`, args, () => () => {
        throw new TypeError(`the function ${name} has no definite form`);
      }),
    delta: (argument) =>
      part('delta', [argument], () => () => {
        throw new TypeError('a delta function has a value only under an integral over its argument');
      }),
    integral: ({ name }, ranges, body) => {
      const make = (): Step => {
        const fixed = withoutVariable(body, nameOf(name));
        for (const of of fixed) of.uses++;
        return (a, frame) => {
          if (!isEnclosures(a)) throw new TypeError('an integral is evaluated in enclosures only');
          const parts = ranges.map(([lo, hi]) =>
            integrateOver(a, frame.environment, name, body, fixed, lo.step(a, frame), hi.step(a, frame)),
          );
          return parts.reduce((x, y) => a.add(x, y));
        };
      };
      return part(`integral:${name}`, [...ranges.flat(), body], make, true);
    },
    pairSum: (first, second, count, body) =>
      part(
        `pairs:${first.name}:${second.name}:${count.name}`,
        [body],
        () =>
          (a, { environment }) => {
            const spins = members(a, environment, count.name);
            const terms = spins.flatMap((i) =>
              spins
                .filter((j) => j !== i)
                .map((j) => opened(body)(a, new Map([...environment, [first.name, i], [second.name, j]]))),
            );
            return terms.reduce((x, y) => a.add(x, y));
          },
        true,
      ),
    total: (index, count, body) =>
      part(
        `total:${index.name}:${count.name}`,
        [body],
        () =>
          (a, { environment }) =>
            members(a, environment, count.name)
              .map((i) => opened(body)(a, new Map([...environment, [index.name, i]])))
              .reduce((x, y) => a.add(x, y)),
        true,
      ),
    derivative: (variable, body, at) =>
      part(
        `derivative:${variable.name}`,
        [body, at],
        () => (a, frame) => {
          if (!isEnclosures(a)) throw new TypeError('a derivative is evaluated in enclosures only');
          const s = series(a, 1);
          const lifted = new Map([...frame.environment].map(([name, value]) => [name, s.constant(value)] as const));
          lifted.set(variable.name, s.variable(at.step(a, frame)));
          return opened(body)(s, lifted)[1] ?? a.rational(rational(0));
        },
        true,
      ),
    finish,
  };
};

const signOf = <T>(a: Arithmetic<T>, x: T): -1 | 0 | 1 | undefined => {
  if (isEnclosures(a)) return a.sign(x);
  if (typeof x === 'number') return Math.sign(x) as -1 | 0 | 1;
  throw new TypeError('cases need an arithmetic that knows signs');
};

const compiled = new WeakMap<Expr, Evaluator>();

/**
 * The value of a formula in an arithmetic; what occurs in it several times, or does not depend on what is integrated
 * over, is computed once. Enclosures give an interval that contains the true value; binary64 gives the formula as a
 * program would compute it, rounding errors included.
 * Throws a ReferenceError for a symbol without a value and a RangeError outside the formula's domain.
 */
export const evaluate = (expression: Expr): Evaluator => {
  const known = compiled.get(expression);
  if (known) return known;
  const algebra = evaluators();
  const evaluator = opened(fold(expression, algebra));
  algebra.finish();
  compiled.set(expression, evaluator);
  return evaluator;
};

/**
 * The value of a formula at given values of its symbols. A symbol that is missing or misspelt does not compile.
 * Errors as for `evaluate`.
 */
export const valueAt = <S extends string, T>(
  expression: Expr<S>,
  arithmetic: Arithmetic<T>,
  values: Readonly<Record<S, T>>,
): T => evaluate(expression)(arithmetic, new Map(Object.entries<T>(values)));
