import type { Relation } from '../../claim/relation.ts';
import type { Expr, Node, Sym } from '../../formula/expression.ts';
import { mapParts } from '../../formula/fold.ts';
import { freeSymbols } from '../../formula/substitute.ts';
import { type Fact, type Hypotheses, kernel, Unsatisfied } from '../../kernel/kernel.ts';
import { isZero, negative } from '../../kernel/state.ts';
import { multiply, negate, rational } from '../../number/rational.ts';
import { between, minus, zero } from './context.ts';
import { BrokenChain } from './walk.ts';

interface Range {
  readonly variable: Sym;
  readonly lo: Expr;
  readonly hi: Expr;
}

const rangesIn = (formula: Expr): readonly Range[] => {
  const found: Range[] = [];
  const go = (node: Node): Node => {
    if (node.kind === 'integral') found.push(...node.ranges.map(([lo, hi]) => ({ variable: node.variable, lo, hi })));
    return mapParts(node, go);
  };
  go(formula);
  return found;
};

const namesIn = ({ left, right }: Fact): readonly string[] =>
  [left, right].flatMap((formula) => [...freeSymbols(formula).keys()]);

/** Facts with a point at which they hold, found by moving the one known. */
const withWitness = (facts: readonly Fact[], known: Hypotheses['witness'], range: Range): Hypotheses | undefined => {
  const limits = [range.lo, range.hi].flatMap((end) => [...freeSymbols(end).keys()]);
  const completed = new Map([...limits.map((name) => [name, rational(0)] as const), ...known]);
  const { name } = range.variable;
  const value = completed.get(name) ?? rational(1, 2);
  const half = multiply(rational(1, 2), value);
  return [value, negate(value), half, negate(half)]
    .map((of) => ({ facts, witness: new Map([...completed, [name, of]]) }))
    .find((hypotheses) => {
      try {
        kernel(hypotheses);
        return true;
      } catch (error) {
        if (error instanceof Unsatisfied) return false;
        throw error;
      }
    });
};

/**
 * Integrands are compared under the hypotheses of the domain, in which the variables of integration stand for any of
 * their values: what the domain says of one must hold all over its ranges, but for single values. Throws a BrokenChain
 * where that does not follow.
 */
export const mustCover = (
  { left: integral }: Extract<Relation, { kind: 'integrands' }>,
  { facts, witness }: Hypotheses,
): void => {
  const ranges = rangesIn(integral);
  const bound = new Set(ranges.map(({ variable }) => variable.name));
  const others = facts.filter((fact) => !namesIn(fact).some((name) => bound.has(name)));
  // What the domain gives by the others, such as the coupling that belongs to Delta, restricts none of them.
  const given = new Set(facts.flatMap((fact) => (fact.is === '=' ? [...freeSymbols(fact.left).keys()] : [])));
  for (const range of ranges) {
    const { variable, lo, hi } = range;
    const asked = facts.filter(
      (fact) =>
        (fact.is === '<' || fact.is === '<=') &&
        namesIn(fact).includes(variable.name) &&
        !namesIn(fact).some((name) => given.has(name)),
    );
    if (asked.length === 0) continue;
    const declared = [lo, hi]
      .flatMap((end) => [...freeSymbols(end).values()])
      .filter(({ sign }) => sign !== 'real')
      .map((symbol): Fact => ({ left: zero, is: '<=', right: { kind: 'symbol', symbol } }));
    const x = { kind: 'symbol', symbol: variable } as Parameters<typeof between>[0];
    const known = withWitness([...others, ...declared, ...between(x, lo, hi, '<')], witness, range);
    if (!known) throw new BrokenChain(`no point was found in the range of ${variable.name}`);
    const k = kernel(known);
    for (const { left, is, right } of asked) {
      const signs = k.signs(minus(right, left));
      if (signs & negative || (is === '<' && signs & isZero))
        throw new BrokenChain(`what the domain says of ${variable.name} does not hold all over its range`);
    }
  }
};
