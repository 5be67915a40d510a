import type { Expr, FunctionName } from '../formula/expression.ts';
import { type Algebra, fold } from '../formula/fold.ts';
import { compare, formatRational, negate, one, type Rational, rational, zero } from '../number/rational.ts';

/** What programming languages call the same: powers are products, quotients and square roots. */
export type CodeFunction = FunctionName | 'sqrt';

/** A part of a formula to be written as code, one and the same object wherever it occurs. */
export type Part =
  | { readonly kind: 'number'; readonly value: Rational; readonly parts: readonly [] }
  | { readonly kind: 'pi'; readonly parts: readonly [] }
  | { readonly kind: 'symbol'; readonly name: string; readonly parts: readonly [] }
  | { readonly kind: 'sum' | 'product'; readonly parts: readonly Part[] }
  | { readonly kind: 'negative'; readonly parts: readonly [Part] }
  /** The first over the second. */
  | { readonly kind: 'quotient'; readonly parts: readonly [Part, Part] }
  | { readonly kind: 'call'; readonly name: CodeFunction; readonly parts: readonly [Part] }
  /** The third where the first is below the second, otherwise the fourth. */
  | { readonly kind: 'cases'; readonly parts: readonly [Part, Part, Part, Part] };

/** A formula that no single expression of a programming language computes: it holds an integral or the like. */
export class NoCode extends Error {}

const isNumber = (part: Part, value: Rational): boolean => part.kind === 'number' && compare(part.value, value) === 0;
const minusOne = rational(-1);

/** Functions that are 0 at 0, and those that are 1 there. */
const vanishing: readonly CodeFunction[] = ['abs', 'sqrt', 'sin', 'sinh', 'tanh', 'atan', 'asin'];
const unity: readonly CodeFunction[] = ['exp', 'cos', 'cosh'];

const refuse = (what: string) => (): never => {
  throw new NoCode(what);
};

/**
 * The algebra that makes the parts. What is exact in binary64 is done at once, so that nobody reads x - 0 or 1 x; the
 * order of operations, and with it the rounding, stays that of the formula.
 */
const lowering = (): Algebra<Part> => {
  const known = new Map<string, Part>();
  const numbers = new Map<Part, number>();
  const part = <P extends Part>(label: string, made: P): P => {
    const name = `${label} ${made.parts.map((of) => numbers.get(of)).join(' ')}`;
    const found = known.get(name);
    if (found) return found as P;
    known.set(name, made);
    numbers.set(made, known.size);
    return made;
  };
  const number = (value: Rational): Part => part(formatRational(value), { kind: 'number', value, parts: [] });
  const pi = (): Part => part('pi', { kind: 'pi', parts: [] });
  const negative = (of: Part): Part => {
    if (of.kind === 'number') return number(negate(of.value));
    return of.kind === 'negative' ? of.parts[0] : part('negative', { kind: 'negative', parts: [of] });
  };
  const sum = (all: readonly Part[]): Part => {
    const parts = all.filter((of) => !isNumber(of, zero));
    return parts.length < 2 ? (parts[0] ?? number(zero)) : part('sum', { kind: 'sum', parts });
  };
  const product = (all: readonly Part[]): Part => {
    if (all.some((of) => isNumber(of, zero))) return number(zero);
    const [first, ...others] = all.filter((of) => !isNumber(of, one));
    if (first === undefined) return number(one);
    if (others.length === 0) return first;
    return isNumber(first, minusOne)
      ? negative(product(others))
      : part('product', { kind: 'product', parts: [first, ...others] });
  };
  const choice = (left: Part, right: Part, below: Part, otherwise: Part): Part => {
    if (left.kind === 'number' && right.kind === 'number')
      return compare(left.value, right.value) < 0 ? below : otherwise;
    return below === otherwise ? below : part('cases', { kind: 'cases', parts: [left, right, below, otherwise] });
  };
  const quotient = (over: Part, under: Part): Part => {
    if (isNumber(over, zero) || isNumber(under, one)) return over;
    if (over.kind === 'cases' && under.kind === 'cases') {
      const [left, right, below, otherwise] = over.parts;
      // Both fall into the same cases: they are told apart once.
      if (left === under.parts[0] && right === under.parts[1])
        return choice(left, right, quotient(below, under.parts[2]), quotient(otherwise, under.parts[3]));
    }
    return part('quotient', { kind: 'quotient', parts: [over, under] });
  };
  const call = (name: CodeFunction, of: Part): Part => {
    if (isNumber(of, zero) && vanishing.includes(name)) return of;
    if (isNumber(of, zero) && unity.includes(name)) return number(one);
    if (isNumber(of, one) && name === 'sqrt') return of;
    if (isNumber(of, one) && name === 'asin') return quotient(pi(), number(rational(2)));
    return part(`call:${name}`, { kind: 'call', name, parts: [of] });
  };
  /** Squares of squares, and so on: the products that the exponent asks for. */
  const whole = (base: Part, n: number): Part => {
    if (n === 0) return number(one);
    if (n < 0) return quotient(number(one), whole(base, -n));
    if (n <= 3) return product(Array.from({ length: n }, () => base));
    return n % 2 === 0 ? whole(product([base, base]), n / 2) : product([base, whole(base, n - 1)]);
  };
  return {
    number,
    pi,
    symbol: ({ name }) => part(`symbol:${name}`, { kind: 'symbol', name, parts: [] }),
    sum,
    product,
    quotient,
    power: (base, { numerator, denominator }) =>
      whole(denominator === 1n ? base : call('sqrt', base), Number(numerator)),
    call,
    cases: choice,
    unknown: ({ name }) => refuse(`the function ${name}, which has no definite form`)(),
    delta: refuse('a delta function'),
    integral: refuse('an integral'),
    pairSum: refuse('a sum over pairs'),
    total: refuse('a sum over a set'),
    derivative: refuse('a derivative'),
  };
};

/** A formula as parts; equal parts are one object. Throws NoCode that names what is in the way, such as an integral. */
export const partsOf = (formula: Expr): Part => fold(formula, lowering());

const certainOf = new WeakMap<Part, ReadonlySet<Part>>();

/** The parts that are needed whichever cases hold. */
export const certain = (part: Part): ReadonlySet<Part> => {
  const known = certainOf.get(part);
  if (known) return known;
  const made = new Set<Part>([part]);
  const always = part.kind === 'cases' ? part.parts.slice(0, 2) : part.parts;
  for (const of of always) for (const inner of certain(of)) made.add(inner);
  if (part.kind === 'cases') {
    const other = certain(part.parts[3]);
    for (const inner of certain(part.parts[2])) if (other.has(inner)) made.add(inner);
  }
  certainOf.set(part, made);
  return made;
};

/** How often each part of a formula is written if every part is written once. */
export const usesIn = (root: Part): ReadonlyMap<Part, number> => {
  const uses = new Map<Part, number>();
  const visit = (part: Part): void => {
    for (const of of part.parts) {
      const before = uses.get(of) ?? 0;
      uses.set(of, before + 1);
      if (before === 0) visit(of);
    }
  };
  visit(root);
  return uses;
};
