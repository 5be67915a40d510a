import { type Expr, type FunctionName, type Node, sub } from '../formula/expression.ts';
import { evaluate } from '../meaning/value.ts';
import type { Arithmetic } from '../number/arithmetic.ts';
import { compare, divide, multiply, one, plus, type Rational, rational, sign, zero } from '../number/rational.ts';

/** sign * sqrt(square * pi^power), where square >= 0: ratios, their roots, and powers of pi. */
export interface Surd {
  readonly sign: -1 | 0 | 1;
  readonly square: Rational;
  readonly power: number;
}

/** The result is no surd, or not seen to be one. */
class NoSurd extends Error {}
const refuse = (): never => {
  throw new NoSurd();
};

const nothing: Surd = { sign: 0, square: zero, power: 0 };
const unity: Surd = { sign: 1, square: one, power: 0 };

/** value * pi^power as a surd. */
export const surd = (value: Rational, power = 0): Surd => {
  const sign = compare(value, zero);
  return sign === 0 ? nothing : { sign, square: multiply(value, value), power: 2 * power };
};

const wholeRoot = (n: bigint): bigint | undefined => {
  if (n < 2n) return n;
  let x = 1n << BigInt((n.toString(2).length + 1) >> 1);
  for (let next = (x + n / x) >> 1n; next < x; next = (x + n / x) >> 1n) x = next;
  return x * x === n ? x : undefined;
};
/** The root of a ratio of squares. */
const rootOf = ({ numerator, denominator }: Rational): Rational => {
  const [n, d] = [wholeRoot(numerator), wholeRoot(denominator)];
  return n === undefined || d === undefined ? refuse() : rational(n, d);
};

const product = (a: Surd, b: Surd): Surd =>
  a.sign * b.sign === 0
    ? nothing
    : { sign: (a.sign * b.sign) as -1 | 1, square: multiply(a.square, b.square), power: a.power + b.power };

const inverse = (a: Surd): Surd =>
  a.sign === 0 ? refuse() : { sign: a.sign, square: divide(one, a.square), power: -a.power };

const negative = (a: Surd): Surd => ({ ...a, sign: -a.sign as Surd['sign'] });

/** Two surds of one kind: a/b is a ratio. */
const sum = (a: Surd, b: Surd): Surd => {
  if (a.sign === 0) return b;
  if (b.sign === 0) return a;
  if (a.power !== b.power) return refuse();
  const ratio = rootOf(divide(a.square, b.square));
  const signed = a.sign === b.sign ? ratio : rational(-ratio.numerator, ratio.denominator);
  return product(surd(plus(signed, one)), b);
};

const power = (a: Surd, n: number): Surd => {
  if (n === 0) return unity;
  const base = n < 0 ? inverse(a) : a;
  let result = base;
  for (let k = 1; k < Math.abs(n); k++) result = product(result, base);
  return result;
};

const root = (a: Surd): Surd => {
  if (a.sign === 0) return nothing;
  if (a.sign < 0 || a.power % 2 !== 0) return refuse();
  return { sign: 1, square: rootOf(a.square), power: a.power / 2 };
};

const isOne = ({ square, power: n }: Surd): boolean => n === 0 && compare(square, one) === 0;
const piOver = (n: number): Surd => surd(rational(1, n), 1);

/** A function at 0 alone. */
const atZero =
  (value: Surd) =>
  (a: Surd): Surd =>
    a.sign === 0 ? value : refuse();

/** An odd function at 0 and at +-1. */
const atUnits =
  (value: Surd) =>
  (a: Surd): Surd => {
    if (a.sign === 0) return nothing;
    if (!isOne(a)) return refuse();
    return a.sign > 0 ? value : negative(value);
  };

const surds: Arithmetic<Surd> = {
  rational: (value) => surd(value),
  pi: () => surd(one, 1),
  add: sum,
  sub: (a, b) => sum(a, negative(b)),
  mul: product,
  div: (a, b) => product(a, inverse(b)),
  neg: negative,
  abs: (a) => (a.sign < 0 ? negative(a) : a),
  min: (a, b) => (sum(a, negative(b)).sign <= 0 ? a : b),
  max: (a, b) => (sum(a, negative(b)).sign >= 0 ? a : b),
  pow: power,
  sqrt: root,
  exp: atZero(unity),
  log: (a) => (a.sign > 0 && isOne(a) ? nothing : refuse()),
  sin: atZero(nothing),
  cos: atZero(unity),
  sinh: atZero(nothing),
  cosh: atZero(unity),
  tanh: atZero(nothing),
  atan: atUnits(piOver(4)),
  asin: atUnits(piOver(2)),
  acos: (a) => (a.sign === 0 ? piOver(2) : isOne(a) ? (a.sign > 0 ? nothing : surd(one, 1)) : refuse()),
};

/**
 * The value of a formula as a surd, exactly, where it is seen to be one: decides ties and zeros that no enclosure can,
 * such as D0 - omega0I with both typed in MHz. Undefined where the formula has no value or another one.
 */
export const exactly = (formula: Expr, values: ReadonlyMap<string, Surd>): Surd | undefined => {
  try {
    return evaluate(formula)(surds, values);
  } catch (error) {
    // A missing symbol, an unknown function, an integral or an undecided case: nothing exact is known.
    if (error instanceof NoSurd || /^(Range|Type|Reference)Error$/.test((error as Error).name)) return undefined;
    throw error;
  }
};

/** Functions that are 0 at 0. */
const vanishing: readonly FunctionName[] = ['abs', 'sin', 'sinh', 'tanh', 'atan', 'asin'];

/**
 * Whether a formula is 0 wherever all of its parts have values, though some of them are no surds: a product with a factor
 * that is exactly 0, an integral from a point to itself. That the parts have values an enclosure of the whole shows.
 */
export const vanishes = (formula: Expr, values: ReadonlyMap<string, Surd>): boolean => {
  const go = (node: Node): boolean => vanishes(node, values);
  if (exactly(formula, values)?.sign === 0) return true;
  switch (formula.kind) {
    case 'sum':
      return formula.terms.every(go);
    case 'product':
      return formula.factors.some(go);
    case 'quotient':
      return go(formula.over);
    case 'power':
      return sign(formula.exponent) > 0 && go(formula.base);
    case 'call':
      return vanishing.includes(formula.name) && go(formula.argument);
    case 'integral': {
      const inside = new Map([...values].filter(([name]) => name !== formula.variable.name));
      return (
        formula.ranges.every(([lo, hi]) => exactly(sub<string, 'scalar' | 'binder'>(lo, hi), values)?.sign === 0) ||
        vanishes(formula.body, inside)
      );
    }
    default:
      return false;
  }
};
