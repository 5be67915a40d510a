import type { Expr, FunctionName, Node } from '../../../src/formula/expression.ts';
import { mutants } from '../../../src/formula/mutate.ts';
import { rational, plus as sum } from '../../../src/number/rational.ts';
import type { Draw } from './draw.ts';
import type { Grower } from './grow.ts';
import { f, g, minus, n, of, over, plus, root, squared, times, turn } from './terms.ts';
import { rewriteAt, type Statement, sizeOf, statementIn } from './true.ts';
import type { World } from './world.ts';
import { worldNames, worldOf } from './worlds.ts';

const others: Readonly<Record<FunctionName, readonly FunctionName[]>> = {
  abs: ['atan', 'tanh'],
  exp: ['cosh', 'sinh'],
  log: ['atan', 'sinh'],
  sin: ['cos', 'tanh'],
  cos: ['sin', 'cosh'],
  sinh: ['cosh', 'sin'],
  cosh: ['sinh', 'cos'],
  tanh: ['atan', 'sin'],
  atan: ['tanh', 'sin'],
  asin: ['acos', 'atan'],
  acos: ['asin', 'cos'],
};

/** A difference that no rounding of binary64 shows. */
const speck = rational(1n, 10n ** 20n);

/** One part of a formula changed to something else. */
const changed = (draw: Draw, world: World, node: Node): Node => {
  switch (node.kind) {
    case 'number':
      return draw.chance(1, 3) ? { kind: 'number', value: sum(node.value, speck) } : plus(node, n(draw.pick([-1, 1])));
    case 'symbol':
      return draw.chance(1, 2) ? draw.pick(world.letters) : of('abs', node);
    case 'call':
      if (node.name === 'abs' && draw.chance(1, 2)) return node.argument;
      return of(draw.pick(others[node.name]), node.argument);
    case 'power':
      if (node.exponent.denominator === 2n && node.base.kind === 'power') return node.base.base;
      return { ...node, exponent: rational(node.exponent.numerator + 2n, node.exponent.denominator) };
    case 'cases':
      return draw.chance(1, 2)
        ? { ...node, left: node.right, right: node.left }
        : { ...node, below: node.otherwise, otherwise: node.below };
    case 'integral':
      return { ...node, ranges: node.ranges.map(([lo, hi]) => [hi, lo] as const) };
    case 'derivative':
      return { ...node, at: plus(node.at, n(1)) };
    case 'unknown':
      return { ...node, unknown: node.unknown.name === 'f' ? g : f };
    default:
      return times({ kind: 'number', value: sum(rational(1), speck) }, node);
  }
};

/** Statements that hold on one branch only, or nowhere. */
const branches: readonly ((grow: Grower) => readonly [Expr, Expr])[] = [
  ({ any }) => [root(squared(any())), any()],
  ...[
    (e: Expr): readonly [Expr, Expr] => [root(squared(e)), e],
    (e: Expr): readonly [Expr, Expr] => [of('abs', e), e],
    (e: Expr): readonly [Expr, Expr] => [of('asin', of('sin', e)), e],
    (e: Expr): readonly [Expr, Expr] => [of('acos', of('cos', e)), e],
    (e: Expr): readonly [Expr, Expr] => [of('atan', over(of('sin', e), of('cos', e))), e],
    (e: Expr): readonly [Expr, Expr] => [root(minus(n(1), squared(of('sin', e)))), of('cos', e)],
    (e: Expr): readonly [Expr, Expr] => [root(minus(n(1), squared(of('cos', e)))), of('sin', e)],
    (e: Expr): readonly [Expr, Expr] => [of('log', squared(e)), times(n(2), of('log', e))],
    (e: Expr): readonly [Expr, Expr] => [of('abs', of('cos', e)), of('cos', e)],
    (e: Expr): readonly [Expr, Expr] => [plus(of('atan', e), of('atan', over(n(1), e))), turn(1, 2)],
  ].map(
    (of_) =>
      ({ any, draw }: Grower): readonly [Expr, Expr] =>
        of_(any(draw.below(2))),
  ),
  ({ any }) => {
    const [e, r] = [any(0), any(0)];
    return [of('abs', plus(e, r)), plus(of('abs', e), of('abs', r))];
  },
  ({ any }) => {
    const [e, r] = [any(0), any(0)];
    return [plus(of('atan', e), of('atan', r)), of('atan', over(plus(e, r), minus(n(1), times(e, r))))];
  },
  ({ any }) => {
    const [e, r] = [any(0), any(0)];
    return [root(times(e, r)), times(root(e), root(r))];
  },
  ({ positive }) => {
    const [e, r] = [positive(0), positive(0)];
    return [root(plus(e, r)), plus(root(e), root(r))];
  },
  ({ unit }) => {
    const u = unit();
    return [of('asin', times(n(2), u, root(minus(n(1), squared(u))))), times(n(2), of('asin', u))];
  },
  ({ unit }) => {
    const u = unit();
    return [of('acos', minus(times(n(2), squared(u)), n(1))), times(n(2), of('acos', u))];
  },
];

/** A statement that is meant to be true on one branch only. */
export const branch = (draw: Draw): Statement => statementIn(draw, worldOf(draw.pick(worldNames)), draw.pick(branches));

/** The statement with one side changed, or under weaker hypotheses: false as a rule, which has to be certified. */
export const spoilt = (draw: Draw, statement: Statement): Statement => {
  const side = draw.chance(1, 2) ? 'left' : 'right';
  const formula = statement[side];
  const inequalities = statement.facts.filter(({ is }) => is !== '=');
  if (inequalities.length > 0 && draw.chance(1, 8)) {
    const dropped = draw.pick(inequalities);
    return { ...statement, facts: statement.facts.filter((fact) => fact !== dropped) };
  }
  if (draw.chance(1, 2)) {
    const all = mutants(formula);
    if (all.length > 0) return { ...statement, [side]: draw.pick(all).formula };
  }
  const position = draw.below(sizeOf(formula));
  return { ...statement, [side]: rewriteAt(formula, position, (node) => changed(draw, statement.world, node)) };
};
