import { multiply, one, plus, type Rational, rational, sign } from '../number/rational.ts';
import { type Expr, mul, type Node, num, type Sym } from './expression.ts';
import { fold, rebuild } from './fold.ts';
import { freeSymbols, key } from './substitute.ts';

interface Power {
  readonly base: Node;
  readonly exponent: Rational;
}

/** A product of powers, with quotients, nested products and powers of products written out. */
const powers = (node: Node, exponent: Rational): readonly Power[] => {
  // A root of a product is not split: sqrt(x x) is |x|.
  const whole = exponent.denominator === 1n;
  if (node.kind === 'product' && whole) return node.factors.flatMap((factor) => powers(factor, exponent));
  if (node.kind === 'quotient' && whole)
    return [...powers(node.over, exponent), ...powers(node.under, multiply(rational(-1), exponent))];
  if (node.kind === 'power' && whole) return powers(node.base, multiply(node.exponent, exponent));
  return [{ base: node, exponent }];
};

/** Powers of the same base taken together: x/x drops out, right wherever x is not 0, that is under an integral. */
const merge = (factors: readonly Power[]): readonly Power[] => {
  const merged = new Map<string, Power>();
  for (const { base, exponent } of factors) {
    const known = merged.get(key(base));
    merged.set(key(base), { base, exponent: known ? plus(known.exponent, exponent) : exponent });
  }
  return [...merged.values()].filter(({ exponent }) => sign(exponent) !== 0);
};

const build = ({ base, exponent }: Power): Node =>
  exponent.numerator === exponent.denominator ? base : rebuild.power(base, exponent);
const product = (factors: readonly Node[]): Node =>
  factors.length === 0 ? num(1) : factors.length === 1 ? (factors[0] as Node) : { kind: 'product', factors };

/** The integral of x^p from a positive number to infinity, p < -1, by the power rule. */
const powerRule = (variable: Sym, lower: Node, factors: readonly Power[]): Node => {
  const isPure = factors.every(({ base }) => base.kind === 'symbol' && base.symbol.name === variable.name);
  const p = plus(
    factors.reduce((total, { exponent }) => plus(total, exponent), rational(0)),
    one,
  );
  if (!isPure || sign(p) >= 0)
    throw new RangeError(`an improper integral over ${variable.name} is known for falling powers only`);
  return mul(num(rational(-p.denominator, p.numerator)), rebuild.power(lower, p));
};

const separateOne = (variable: Sym, ranges: readonly (readonly [Node, Node])[], body: Node): Node => {
  const factors = merge(powers(body, one));
  const depends = ({ base }: Power): boolean => freeSymbols(base).has(variable.name);
  const [inside, outside] = [factors.filter(depends), factors.filter((factor) => !depends(factor))];
  const [range] = ranges;
  if (ranges.length > 1 && ranges.flat().some((end) => key(end) === 'infinity'))
    throw new RangeError(`an improper integral over ${variable.name} is known for a single range only`);
  const upper = range?.[1];
  const integrated: Node =
    range && upper?.kind === 'symbol' && upper.symbol.name === 'infinity'
      ? powerRule(variable, range[0], inside)
      : { kind: 'integral', variable, ranges, body: product(inside.map(build)) };
  return product([...outside.map(build), integrated]);
};

/**
 * Multiple integrals over products written as products of single ones, constants drawn out, and improper integrals of
 * powers executed: the form in which integrals over a sphere can be evaluated.
 */
export const separate = (expression: Expr): Expr => fold<Node>(expression, { ...rebuild, integral: separateOne });
