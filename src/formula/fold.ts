import type { Rational } from '../number/rational.ts';
import type { Expr, FunctionName, Node, Stratum, Sym, Unknown } from './expression.ts';

/** What a meaning says of each kind of scalar term, given what it has said of the parts. */
export interface ScalarAlgebra<R> {
  number(value: Rational): R;
  pi(): R;
  symbol(symbol: Sym): R;
  sum(terms: readonly R[]): R;
  product(factors: readonly R[]): R;
  quotient(over: R, under: R): R;
  power(base: R, exponent: Rational): R;
  call(name: FunctionName, argument: R): R;
  cases(left: R, right: R, below: R, otherwise: R): R;
  unknown(unknown: Unknown, args: readonly R[]): R;
}

/** A meaning that can also read what binds variables. */
export interface Algebra<R> extends ScalarAlgebra<R> {
  delta(argument: R): R;
  integral(variable: Sym, ranges: readonly (readonly [R, R])[], body: R): R;
  pairSum(first: Sym, second: Sym, count: Sym, body: R): R;
  total(index: Sym, count: Sym, body: R): R;
  derivative(variable: Sym, body: R, at: R): R;
}

/** What an algebra says of one node, given what is said of its parts. */
const foldOnce = <R>(node: Node, algebra: Algebra<R>, go: (part: Node) => R): R => {
  switch (node.kind) {
    case 'number':
      return algebra.number(node.value);
    case 'pi':
      return algebra.pi();
    case 'symbol':
      return algebra.symbol(node.symbol);
    case 'sum':
      return algebra.sum(node.terms.map(go));
    case 'product':
      return algebra.product(node.factors.map(go));
    case 'quotient':
      return algebra.quotient(go(node.over), go(node.under));
    case 'power':
      return algebra.power(go(node.base), node.exponent);
    case 'call':
      return algebra.call(node.name, go(node.argument));
    case 'cases':
      return algebra.cases(go(node.left), go(node.right), go(node.below), go(node.otherwise));
    case 'unknown':
      return algebra.unknown(node.unknown, node.args.map(go));
    case 'delta':
      return algebra.delta(go(node.argument));
    case 'integral':
      return algebra.integral(
        node.variable,
        node.ranges.map(([lo, hi]) => [go(lo), go(hi)] as const),
        go(node.body),
      );
    case 'pairSum':
      return algebra.pairSum(node.first, node.second, node.count, go(node.body));
    case 'total':
      return algebra.total(node.index, node.count, go(node.body));
    case 'derivative':
      return algebra.derivative(node.variable, go(node.body), go(node.at));
  }
};

const foldNode = <R>(node: Node, algebra: Algebra<R>): R => foldOnce(node, algebra, (part) => foldNode(part, algebra));

/** The meaning of a formula, from the meanings of its parts. A scalar algebra can only be given a scalar formula. */
export function fold<R>(expression: Expr<string, 'scalar'>, algebra: ScalarAlgebra<R>): R;
export function fold<R>(expression: Expr<string, Stratum>, algebra: Algebra<R>): R;
export function fold<R>(expression: Expr, algebra: ScalarAlgebra<R>): R {
  return foldNode(expression, algebra as Algebra<R>);
}

/** The algebra that builds the same tree again: the start of every transformation of formulas. */
export const rebuild: Algebra<Node> = {
  number: (value) => ({ kind: 'number', value }),
  pi: () => ({ kind: 'pi' }),
  symbol: (symbol) => ({ kind: 'symbol', symbol }),
  sum: (terms) => ({ kind: 'sum', terms }),
  product: (factors) => ({ kind: 'product', factors }),
  quotient: (over, under) => ({ kind: 'quotient', over, under }),
  power: (base, exponent) => ({ kind: 'power', base, exponent }),
  call: (name, argument) => ({ kind: 'call', name, argument }),
  cases: (left, right, below, otherwise) => ({ kind: 'cases', left, right, below, otherwise }),
  unknown: (unknown, args) => ({ kind: 'unknown', unknown, args }),
  delta: (argument) => ({ kind: 'delta', argument }),
  integral: (variable, ranges, body) => ({ kind: 'integral', variable, ranges, body }),
  pairSum: (first, second, count, body) => ({ kind: 'pairSum', first, second, count, body }),
  total: (index, count, body) => ({ kind: 'total', index, count, body }),
  derivative: (variable, body, at) => ({ kind: 'derivative', variable, body, at }),
};

/** The same node with its parts replaced. */
export const mapParts = (node: Node, go: (part: Node) => Node): Node => foldOnce(node, rebuild, go);
