import type { Expr, FunctionName } from '../formula/expression.ts';
import { type Algebra, fold } from '../formula/fold.ts';
import type { Arithmetic, EnclosureArithmetic } from '../number/arithmetic.ts';
import { integrate } from '../number/quadrature.ts';
import { type Rational, rational } from '../number/rational.ts';
import { type Series, series } from '../number/taylor.ts';

/** Values of the free symbols of a formula, by name. */
export type Environment<T> = ReadonlyMap<string, T>;

/** A formula made ready for evaluation in any arithmetic. */
export type Evaluator = <T>(arithmetic: Arithmetic<T>, environment: Environment<T>) => T;

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
  body: Evaluator,
  lo: T,
  hi: T,
): T => {
  const scope = new Map<string, Series<T>>([...environment].map(([symbol, value]) => [symbol, [value]]));
  return integrate<T>(a, (x, s) => body(s, scope.set(name, x)), lo, hi, {
    relative: integralTolerance,
    panels: mostPanels,
  }).value;
};

/** The numbers 1 to n of a set that a sum runs over. */
const members = <T>(a: Arithmetic<T>, environment: Environment<T>, count: string): readonly T[] => {
  const value = environment.get(count);
  const n = isEnclosures(a) && value !== undefined ? a.middle(value) : Number.NaN;
  if (!Number.isInteger(n) || n > mostSpins)
    throw new RangeError(`a sum is evaluated for at most ${mostSpins} spins, got ${n}`);
  return Array.from({ length: n }, (_, index) => a.rational(rational(index + 1)));
};

/** A constant, made once for each arithmetic: turning a ratio of large integers into a number costs more than using it. */
const remembered = (make: Evaluator): Evaluator => {
  const made = new WeakMap<object, unknown>();
  return <T>(a: Arithmetic<T>, environment: Environment<T>): T => {
    const known = made.get(a);
    if (known !== undefined) return known as T;
    const value = make(a, environment);
    made.set(a, value);
    return value;
  };
};

/** Parts taken together from left to right, without a list of their values in between. */
const combined =
  (parts: readonly Evaluator[], join: <T>(a: Arithmetic<T>, x: T, y: T) => T): Evaluator =>
  (a, environment) => {
    let value = (parts[0] as Evaluator)(a, environment);
    for (let index = 1; index < parts.length; index++)
      value = join(a, value, (parts[index] as Evaluator)(a, environment));
    return value;
  };

const evaluators: Algebra<Evaluator> = {
  number: (value) => remembered((a) => a.rational(value)),
  pi: () => remembered((a) => a.pi()),
  symbol: (symbol) => (_, environment) => {
    const value = environment.get(symbol.name);
    if (value === undefined) throw new ReferenceError(`expected a value for ${symbol.name}, got none`);
    return value;
  },
  sum: (terms) => combined(terms, (a, x, y) => a.add(x, y)),
  product: (factors) => combined(factors, (a, x, y) => a.mul(x, y)),
  quotient: (over, under) => (a, environment) => a.div(over(a, environment), under(a, environment)),
  power: (base, exponent) => (a, environment) => raise(a, base(a, environment), exponent),
  call: (name, argument) => (a, environment) => functions[name](a, argument(a, environment)),
  cases: (left, right, below, otherwise) => (a, environment) => {
    const sign = signOf(a, a.sub(left(a, environment), right(a, environment)));
    if (sign === undefined) throw new RangeError('the enclosures do not tell which case holds');
    return sign < 0 ? below(a, environment) : otherwise(a, environment);
  },
  unknown: (unknown) => () => {
    throw new TypeError(`the function ${unknown.name} has no definite form`);
  },
  delta: () => () => {
    throw new TypeError('a delta function has a value only under an integral over its argument');
  },
  integral: (variable, ranges, body) => (a, environment) => {
    if (!isEnclosures(a)) throw new TypeError('an integral is evaluated in enclosures only');
    const parts = ranges.map(([lo, hi]) =>
      integrateOver(a, environment, variable.name, body, lo(a, environment), hi(a, environment)),
    );
    return parts.reduce((x, y) => a.add(x, y));
  },
  pairSum: (first, second, count, body) => (a, environment) => {
    const spins = members(a, environment, count.name);
    const terms = spins.flatMap((i) =>
      spins.filter((j) => j !== i).map((j) => body(a, new Map([...environment, [first.name, i], [second.name, j]]))),
    );
    return terms.reduce((x, y) => a.add(x, y));
  },
  total: (index, count, body) => (a, environment) =>
    members(a, environment, count.name)
      .map((i) => body(a, new Map([...environment, [index.name, i]])))
      .reduce((x, y) => a.add(x, y)),
  derivative: (variable, body, at) => (a, environment) => {
    if (!isEnclosures(a)) throw new TypeError('a derivative is evaluated in enclosures only');
    const s = series(a, 1);
    const lifted = new Map([...environment].map(([name, value]) => [name, s.constant(value)] as const));
    lifted.set(variable.name, s.variable(at(a, environment)));
    return body(s, lifted)[1] ?? a.rational(rational(0));
  },
};

const signOf = <T>(a: Arithmetic<T>, x: T): -1 | 0 | 1 | undefined => {
  if (isEnclosures(a)) return a.sign(x);
  if (typeof x === 'number') return Math.sign(x) as -1 | 0 | 1;
  throw new TypeError('cases need an arithmetic that knows signs');
};

const compiled = new WeakMap<Expr, Evaluator>();

/**
 * The value of a formula in an arithmetic. Enclosures give an interval that contains the true value; binary64 gives
 * the formula as a program would compute it, rounding errors included.
 * Throws a ReferenceError for a symbol without a value and a RangeError outside the formula's domain.
 */
export const evaluate = (expression: Expr): Evaluator => {
  const known = compiled.get(expression);
  if (known) return known;
  const evaluator = fold(expression, evaluators);
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
