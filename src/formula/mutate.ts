import { negate, one, plus, type Rational } from '../number/rational.ts';
import { sameDimension } from './dimension.ts';
import { type Expr, type Node, num, pi, type Sym } from './expression.ts';
import { rebuild } from './fold.ts';
import { freeSymbols, key, substitute } from './substitute.ts';

/** A formula that differs from the original in one place, and how. */
export interface Mutant {
  readonly change: string;
  readonly formula: Expr;
}

type Rewrite = (node: Node) => readonly { readonly change: string; readonly node: Node }[];

/** Every tree that differs from `root` by one rewrite at one place. */
const everywhere = (root: Node, rewrite: Rewrite): Mutant[] => {
  const mutants: Mutant[] = [];
  const visit = (node: Node, rebuildRoot: (replacement: Node) => Node): void => {
    for (const { change, node: changed } of rewrite(node)) mutants.push({ change, formula: rebuildRoot(changed) });
    const child = (part: Node, put: (replacement: Node) => Node): void =>
      visit(part, (replacement) => rebuildRoot(put(replacement)));
    switch (node.kind) {
      case 'sum':
        node.terms.forEach((term, i) => void child(term, (r) => ({ ...node, terms: node.terms.with(i, r) })));
        break;
      case 'product':
        node.factors.forEach((factor, i) => void child(factor, (r) => ({ ...node, factors: node.factors.with(i, r) })));
        break;
      case 'quotient':
        child(node.over, (over) => ({ ...node, over }));
        child(node.under, (under) => ({ ...node, under }));
        break;
      case 'power':
        child(node.base, (base) => ({ ...node, base }));
        break;
      case 'call':
        child(node.argument, (argument) => ({ ...node, argument }));
        break;
      case 'cases':
        child(node.below, (below) => ({ ...node, below }));
        child(node.otherwise, (otherwise) => ({ ...node, otherwise }));
        break;
      case 'unknown':
        if (!node.unknown.indexed)
          node.args.forEach((argument, i) => void child(argument, (r) => ({ ...node, args: node.args.with(i, r) })));
        break;
      case 'delta':
        child(node.argument, (argument) => ({ ...node, argument }));
        break;
      case 'integral':
        node.ranges.forEach(([lo, hi], i) => {
          child(lo, (r) => ({ ...node, ranges: node.ranges.with(i, [r, hi]) }));
          child(hi, (r) => ({ ...node, ranges: node.ranges.with(i, [lo, r]) }));
        });
        child(node.body, (body) => ({ ...node, body }));
        break;
      case 'pairSum':
        child(node.body, (body) => ({ ...node, body }));
        break;
      case 'total':
      case 'derivative':
        child(node.body, (body) => ({ ...node, body }));
        break;
      default:
        break;
    }
  };
  visit(root, (replacement) => replacement);
  return mutants;
};

const times = (factor: Expr, node: Node): Node => ({ kind: 'product', factors: [factor, node] });

const factors: readonly (readonly [string, Expr])[] = [
  ['x 2', num(2)],
  ['/ 2', num(1, 2)],
  ['x pi', pi],
  ['x 2 pi', { kind: 'product', factors: [num(2), pi] }],
];

const isZero = (value: Rational): boolean => value.numerator === 0n;

const constants: Rewrite = (node) =>
  node.kind === 'pi' || (node.kind === 'number' && !isZero(node.value))
    ? factors.map(([change, factor]) => ({
        change: `constant ${node.kind === 'pi' ? 'pi' : key(node)} ${change}`,
        node: times(factor, node),
      }))
    : [];

const signs: Rewrite = (node) =>
  node.kind === 'sum'
    ? node.terms.map((term, i) => ({
        change: `sign of term ${i + 1} of ${node.terms.length}`,
        node: { ...node, terms: node.terms.with(i, times(num(-1), term)) },
      }))
    : [];

const exponents: Rewrite = (node) =>
  node.kind === 'power'
    ? [one, negate(one)].map((step) => ({
        change: `exponent ${key(num(node.exponent))} ${step.numerator > 0n ? '+' : '-'} 1`,
        node: rebuild.power(node.base, plus(node.exponent, step)),
      }))
    : [];

const dropped: Rewrite = (node) =>
  node.kind === 'sum' && node.terms.length > 1
    ? node.terms.map((_, i) => ({
        change: `term ${i + 1} of ${node.terms.length} dropped`,
        node: { ...node, terms: node.terms.toSpliced(i, 1) },
      }))
    : [];

const limits: Rewrite = (node) =>
  node.kind === 'integral'
    ? node.ranges.flatMap(([lo, hi], i) => {
        if (key(hi) === 'infinity') return [];
        const middle: Node = times(num(1, 2), { kind: 'sum', terms: [lo, hi] });
        return [
          {
            change: `lower limit ${i + 1} moved to the middle`,
            node: { ...node, ranges: node.ranges.with(i, [middle, hi]) },
          },
          {
            change: `upper limit ${i + 1} moved to the middle`,
            node: { ...node, ranges: node.ranges.with(i, [lo, middle]) },
          },
        ];
      })
    : [];

const swaps = (formula: Expr): Mutant[] => {
  const symbols: Sym[] = [...freeSymbols(formula).values()];
  return symbols.flatMap((a, i) =>
    symbols
      .slice(i + 1)
      .filter((b) => sameDimension(a.dimension, b.dimension))
      .map((b) => ({
        change: `${a.name} and ${b.name} exchanged`,
        formula: substitute(formula, {
          [a.name]: { kind: 'symbol', symbol: b },
          [b.name]: { kind: 'symbol', symbol: a },
        }),
      })),
  );
};

/**
 * The mutants of a formula by fixed operators: the whole and each constant x2, /2, x pi, x 2 pi; each sign; each
 * exponent +-1; each term dropped; each two symbols of equal dimension exchanged; each limit of an integral moved.
 * Mutants that are the same formula up to the order of sums and products are left out.
 */
export const mutants = (formula: Expr): readonly Mutant[] => {
  const whole = [...factors, ['x -1', num(-1)] as const].map(([change, factor]) => ({
    change: `whole ${change}`,
    formula: times(factor, formula),
  }));
  const all = [
    ...whole,
    ...[constants, signs, exponents, dropped, limits].flatMap((rewrite) => everywhere(formula, rewrite)),
    ...swaps(formula),
  ];
  const seen = new Set([key(formula)]);
  return all.filter((mutant) => {
    const name = key(mutant.formula);
    if (seen.has(name)) return false;
    seen.add(name);
    return true;
  });
};
