import type { Expr, Node } from '../../../src/formula/expression.ts';
import { mapParts } from '../../../src/formula/fold.ts';
import { random } from '../../../src/number/random.ts';
import { decided, type Rule, rational, roots, surds } from './algebra.ts';
import { derivatives, integrals } from './calculus.ts';
import { type Draw, drawing } from './draw.ts';
import { circular, exponential, inverse } from './functions.ts';
import { type Grower, grower } from './grow.ts';
import { constants, logarithm } from './numbers.ts';
import { minus, n, negative, of, over, plus, squared, times } from './terms.ts';
import type { Point, World } from './world.ts';
import { type WorldName, worldNames, worldOf } from './worlds.ts';

/** An equation under hypotheses that hold at the witness. */
export interface Statement {
  readonly world: World;
  readonly facts: World['facts'];
  readonly witness: Point;
  readonly left: Expr;
  readonly right: Expr;
}

const everywhere = worldNames;
const families = {
  rational: { rules: rational, worlds: everywhere },
  roots: { rules: roots, worlds: everywhere },
  surds: { rules: surds, worlds: everywhere },
  circular: { rules: circular, worlds: everywhere },
  exponential: { rules: exponential, worlds: everywhere },
  inverse: { rules: inverse, worlds: everywhere },
  logarithm: { rules: logarithm, worlds: everywhere },
  constants: { rules: constants, worlds: ['free', 'positive'] },
  derivatives: { rules: derivatives, worlds: everywhere },
  integrals: { rules: integrals, worlds: ['free', 'positive', 'ordered', 'weak', 'unit', 'acute'] },
  decided: { rules: decided, worlds: ['positive', 'ordered', 'weak', 'quarter', 'acute', 'unit', 'quadratic'] },
} as const satisfies Readonly<
  Record<string, { readonly rules: readonly Rule[]; readonly worlds: readonly WorldName[] }>
>;

export type FamilyName = keyof typeof families;
export const familyNames = Object.keys(families) as readonly FamilyName[];

export const sizeOf = (formula: Expr): number => {
  let size = 0;
  const go = (node: Node): Node => {
    size++;
    return mapParts(node, go);
  };
  go(formula);
  return size;
};

/** One part of a formula, counted from its top, replaced. */
export const rewriteAt = (formula: Expr, position: number, rewrite: (node: Node) => Node): Expr => {
  let left = position;
  const go = (node: Node): Node => (left-- === 0 ? rewrite(node) : mapParts(node, go));
  return go(formula);
};

/** Writes a part in another way that is the same everywhere. */
const disguised = ({ draw, any, positive }: Grower, formula: Expr): Expr =>
  rewriteAt(formula, draw.below(sizeOf(formula)), (node) => {
    if (node.kind === 'sum' && draw.chance(2, 3)) return { ...node, terms: [...node.terms].reverse() };
    if (node.kind === 'product' && draw.chance(2, 3)) return { ...node, factors: [...node.factors].reverse() };
    if (node.kind === 'symbol' && node.symbol.name === 'infinity') return node;
    const [e, p] = [any(0), positive(0)];
    return draw.pick<() => Node>([
      () => minus(plus(node, e), e),
      () => over(times(node, p), p),
      () => negative(negative(node)),
      () => times(node, plus(squared(of('sin', e)), squared(of('cos', e)))),
      () => plus(node, times(n(0), e)),
    ])();
  });

/** The same done to both sides. */
const wrapped = ({ draw, any, positive }: Grower, [left, right]: readonly [Expr, Expr]): readonly [Expr, Expr] => {
  const [e, p] = [any(0), positive(0)];
  const ways: readonly (() => readonly [Expr, Expr])[] = [
    () => [plus(e, left), plus(right, e)],
    () => [times(e, left), times(right, e)],
    () => [over(left, p), over(right, p)],
    () => [minus(left, right), times(n(0), e)],
  ];
  const small: readonly (() => readonly [Expr, Expr])[] = [
    () => [squared(left), times(right, right)],
    () => [of('cos', left), of('cos', right)],
    () => [of('exp', left), of('exp', right)],
    () => [of('atan', left), of('atan', right)],
    () => [of('abs', left), of('abs', right)],
  ];
  return draw.pick(sizeOf(left) + sizeOf(right) < 30 ? [...ways, ...small] : ways)();
};

export const statementIn = (draw: Draw, world: World, pair: (grow: Grower) => readonly [Expr, Expr]): Statement => {
  const grow = grower(draw, world);
  let [left, right] = pair(grow);
  for (let more = draw.below(3); more > 0; more--) [left, right] = wrapped(grow, [left, right]);
  for (let more = draw.below(3); more > 0; more--) left = disguised(grow, left);
  if (draw.chance(1, 2)) right = disguised(grow, right);
  if (draw.chance(1, 2)) [left, right] = [right, left];
  return { world, facts: world.facts, witness: world.point(draw), left, right };
};

export const drawFor = (seed: number, family: string, index: number): Draw =>
  drawing(random(seed, `${family} ${index}`));

/** The identity of that number of a family: the same on every machine, whatever was made before. */
export const identity = (draw: Draw, family: FamilyName): Statement => {
  const { rules, worlds } = families[family];
  return statementIn(draw, worldOf(draw.pick<WorldName>(worlds)), draw.pick<Rule>(rules));
};
