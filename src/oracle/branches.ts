import { type Expr, type Node, sub } from '../formula/expression.ts';
import { mapParts } from '../formula/fold.ts';
import { freeSymbols } from '../formula/substitute.ts';

export type Side = 'below' | 'otherwise';
export type Cases = Extract<Node, { kind: 'cases' }>;

/** A formula without the cases that a point decides. */
export interface Decided {
  readonly formula: Expr;
  /** The conditions whose two sides are equal at the point: there the branches meet. */
  readonly ties: readonly Cases[];
}

/** The cases of a formula whose conditions hold no variable that the formula binds, outermost last. */
const casesIn = (formula: Expr): readonly Cases[] => {
  const found: Cases[] = [];
  const free = freeSymbols(formula);
  const seen = new Set<Node>();
  const visit = (node: Node): Node => {
    if (seen.has(node)) return node;
    seen.add(node);
    mapParts(node, visit);
    const isFree = (side: Node): boolean => [...freeSymbols(side).keys()].every((name) => free.has(name));
    if (node.kind === 'cases' && isFree(node.left) && isFree(node.right)) found.push(node);
    return node;
  };
  visit(formula);
  return found;
};

const chosen = (formula: Expr, choice: ReadonlyMap<Node, Side>): Expr => {
  const made = new Map<Node, Node>();
  const go = (node: Node): Node => {
    const known = made.get(node);
    if (known) return known;
    const side = choice.get(node);
    const built = side && node.kind === 'cases' ? go(node[side]) : mapParts(node, go);
    made.set(node, built);
    return built;
  };
  return go(formula);
};

const casesOf = new WeakMap<Expr, readonly Cases[]>();
/** Each choice of branches makes one formula, so that it is made ready for evaluation only once. */
const chosenOf = new WeakMap<Expr, Map<string, Expr>>();

/**
 * The formula with each of its cases replaced by the branch that the sign of left - right asks for; where that is 0 the
 * branch that is wanted, and where the sign is unknown the case is left alone.
 */
export const decided = (
  formula: Expr,
  signOf: (difference: Expr) => -1 | 0 | 1 | undefined,
  side: Side = 'otherwise',
): Decided => {
  const all = casesOf.get(formula) ?? casesIn(formula);
  casesOf.set(formula, all);
  if (all.length === 0) return { formula, ties: [] };
  const choice = new Map<Node, Side>();
  const ties: Cases[] = [];
  const letters = all.map((node) => {
    const sign = signOf(differenceOf(node));
    if (sign === undefined) return '?';
    if (sign === 0) ties.push(node);
    const branch = sign === 0 ? side : sign < 0 ? 'below' : 'otherwise';
    choice.set(node, branch);
    return branch[0] as string;
  });
  const variants = chosenOf.get(formula) ?? new Map<string, Expr>();
  chosenOf.set(formula, variants);
  const made = variants.get(letters.join('')) ?? chosen(formula, choice);
  variants.set(letters.join(''), made);
  return { formula: made, ties };
};

const differences = new WeakMap<Node, Expr>();
const differenceOf = (node: Cases): Expr => {
  const made = differences.get(node) ?? sub<string, 'scalar' | 'binder'>(node.left, node.right);
  differences.set(node, made);
  return made;
};
