import { add, div, type Expr, mul, type Node, num, pow, sub } from '../formula/expression.ts';
import { freeSymbols, substitute } from '../formula/substitute.ts';
import { minus, one } from '../number/rational.ts';
import { Refusal } from './state.ts';

type Any = Expr<string, 'scalar' | 'binder'>;
const call = (name: Extract<Node, { kind: 'call' }>['name'], argument: Node): Node => ({
  kind: 'call',
  name,
  argument,
});

/** f'(x) for each function of one argument. */
const slopes: Record<Extract<Node, { kind: 'call' }>['name'], (x: Any) => Any> = {
  // x/|x|, right where x is not 0: the quotient makes that a side condition.
  abs: (x) => div(x, call('abs', x)),
  exp: (x) => call('exp', x),
  log: (x) => div(1, x),
  sin: (x) => call('cos', x),
  cos: (x) => mul<string, 'scalar' | 'binder'>(-1, call('sin', x)),
  sinh: (x) => call('cosh', x),
  cosh: (x) => call('sinh', x),
  tanh: (x) => sub<string, 'scalar' | 'binder'>(1, pow(call('tanh', x), 2)),
  atan: (x) => div(1, add<string, 'scalar' | 'binder'>(1, pow(x, 2))),
  asin: (x) => div(1, pow(sub<string, 'scalar' | 'binder'>(1, pow(x, 2)), 1, 2)),
  acos: (x) => div(-1, pow(sub<string, 'scalar' | 'binder'>(1, pow(x, 2)), 1, 2)),
};

/**
 * The derivative of a formula with respect to a symbol, by the rules of calculus. Throws a Refusal for cases and for
 * functions left open of the variable. Where it divides by something or takes a root, the normal form asks for the
 * side conditions.
 */
export const differentiate = (formula: Expr, variable: string): Expr => {
  const go = (node: Node): Any => {
    if (!freeSymbols(node).has(variable)) return num(0);
    switch (node.kind) {
      case 'symbol':
        return num(1);
      case 'sum':
        return add<string, 'scalar' | 'binder'>(...node.terms.map(go));
      case 'product':
        return add<string, 'scalar' | 'binder'>(
          ...node.factors.map((factor, index) =>
            mul<string, 'scalar' | 'binder'>(go(factor), ...node.factors.filter((_, other) => other !== index)),
          ),
        );
      case 'quotient':
        return sub<string, 'scalar' | 'binder'>(
          div<string, 'scalar' | 'binder'>(go(node.over), node.under),
          div<string, 'scalar' | 'binder'>(
            mul<string, 'scalar' | 'binder'>(node.over, go(node.under)),
            pow(node.under, 2),
          ),
        );
      case 'power':
        return mul<string, 'scalar' | 'binder'>(
          num(node.exponent),
          { kind: 'power', base: node.base, exponent: minus(node.exponent, one) },
          go(node.base),
        );
      case 'call':
        return mul<string, 'scalar' | 'binder'>(slopes[node.name](node.argument), go(node.argument));
      case 'derivative':
        // Differentiated first, then taken at `at`, which may hold the variable.
        return go(substitute(differentiate(node.body, node.variable.name), { [node.variable.name]: node.at }));
      default:
        throw new Refusal(
          `the derivative of ${node.kind === 'unknown' ? `the function ${node.unknown.name}` : `"${node.kind}"`} is not known`,
        );
    }
  };
  return go(formula);
};
