import type { Expr, Node, SymbolExpr } from './expression.ts';
import { fold, rebuild } from './fold.ts';
import { key, replaceSquare, substitute } from './substitute.ts';

/**
 * A change of the variable of an integral, x = at(t), falling in t. Whoever uses it certifies that `root`^2 is
 * `square` once x is replaced, that `slope` is |dx/dt|, and that `limit` inverts `at`.
 */
export interface ChangeOfVariable {
  readonly from: SymbolExpr;
  readonly to: SymbolExpr;
  readonly at: Expr;
  readonly slope: Expr;
  /** A part of the integrand that becomes a square: replaced before x is, so that no root of a difference is left. */
  readonly square: Expr;
  readonly root: Expr;
  /** The t at which x has a given value. */
  readonly limit: (x: Expr) => Expr;
}

/** Every integral over the old variable written over the new one; ranges of negative x by x = -at(t). */
export const changeVariable = (
  expression: Expr,
  { from, to, at, slope, square, root, limit }: ChangeOfVariable,
): Expr =>
  fold<Node>(expression, {
    ...rebuild,
    integral: (variable, ranges, body) => {
      if (variable.name !== from.symbol.name) return rebuild.integral(variable, ranges, body);
      const parts = ranges.map(([lo, hi]): Node => {
        const mirrored = isNegated(lo) && isNegated(hi);
        const [a, b] = mirrored ? [negated(hi), negated(lo)] : [lo, hi];
        const x: Node = mirrored
          ? { kind: 'product', factors: [{ kind: 'number', value: { numerator: -1n, denominator: 1n } }, at] }
          : at;
        const integrand = substitute(replaceSquare(body, square, root), { [variable.name]: x });
        return rebuild.integral(to.symbol, [[limit(b), limit(a)]], { kind: 'product', factors: [integrand, slope] });
      });
      return parts.length === 1 ? (parts[0] as Node) : { kind: 'sum', terms: parts };
    },
  });

const isNegated = (node: Node): boolean => node.kind === 'product' && key(node.factors[0] as Node) === '-1';
const negated = (node: Node): Node =>
  node.kind === 'product' && node.factors.length === 2
    ? (node.factors[1] as Node)
    : { kind: 'product', factors: [{ kind: 'number', value: { numerator: -1n, denominator: 1n } }, node] };
