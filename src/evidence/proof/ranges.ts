import type { Relation } from '../../claim/relation.ts';
import type { Expr, Node, Sym } from '../../formula/expression.ts';
import { mapParts } from '../../formula/fold.ts';
import { freeSymbols } from '../../formula/substitute.ts';
import { type Fact, type Hypotheses, kernel, Unsatisfied } from '../../kernel/kernel.ts';
import { isZero, negative } from '../../kernel/state.ts';
import { multiply, negate, rational } from '../../number/rational.ts';
import { between, minus, zero } from './context.ts';

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

/** The symbol that an equation gives, by itself or by its square. */
const givenBy = ({ left, is }: Fact): string | undefined => {
  const base = left.kind === 'power' ? left.base : left;
  return is === '=' && base.kind === 'symbol' ? base.symbol.name : undefined;
};

/** Whether what a hypothesis says of a variable of integration is true all over one of its ranges. */
const holdsOver = (fact: Fact, range: Range, others: readonly Fact[], witness: Hypotheses['witness']): boolean => {
  const { variable, lo, hi } = range;
  const declared = [lo, hi]
    .flatMap((end) => [...freeSymbols(end).values()])
    .filter(({ sign }) => sign !== 'real')
    .map((symbol): Fact => ({ left: zero, is: '<=', right: { kind: 'symbol', symbol } }));
  const x = { kind: 'symbol', symbol: variable } as Parameters<typeof between>[0];
  const known = withWitness([...others, ...declared, ...between(x, lo, hi, '<')], witness, range);
  if (!known) return false;
  // Of an equation that gives a square: that it is one.
  const room = fact.is === '=' ? fact.right : minus(fact.right, fact.left);
  const signs = kernel(known).signs(room);
  return !(signs & negative) && !(fact.is === '<' && signs & isZero);
};

/**
 * Integrands are compared under the hypotheses of the domain, in which the variables of integration stand for any of
 * their values. So only those hypotheses may be used of one that hold all over its ranges, but for single values; a
 * name given by a variable, such as the coupling that belongs to Delta, may be used with its sign.
 */
export const onlyCovered = (
  { left: integral }: Extract<Relation, { kind: 'integrands' }>,
  { facts, witness }: Hypotheses,
): Hypotheses => {
  const ranges = rangesIn(integral);
  const bound = new Set(ranges.map(({ variable }) => variable.name));
  const speaks = (fact: Fact, names: ReadonlySet<string>): boolean => namesIn(fact).some((name) => names.has(name));
  const given = new Set(facts.flatMap((fact) => (speaks(fact, bound) ? (givenBy(fact) ?? []) : [])));
  const others = facts.filter((fact) => !speaks(fact, bound) && !speaks(fact, given));
  const isCovered = (fact: Fact): boolean =>
    ranges
      .filter(({ variable }) => namesIn(fact).includes(variable.name))
      .every((of) => holdsOver(fact, of, others, witness));
  const isUsable = (fact: Fact): boolean => {
    if (others.includes(fact) || fact.is === '!=') return true;
    if (fact.is === '=') return fact.left.kind === 'symbol' || isCovered(fact);
    const isSign = [fact.left, fact.right].every(({ kind }) => kind === 'number' || kind === 'symbol');
    return speaks(fact, given) ? isSign && namesIn(fact).length === 1 : isCovered(fact);
  };
  return { facts: facts.filter(isUsable), witness };
};
