import { type Domain, hypothesesOf } from '../claim/domain.ts';
import { isComputed, type Relation, type Side } from '../claim/relation.ts';
import type { Expr } from '../formula/expression.ts';
import { mutants } from '../formula/mutate.ts';
import { kernel } from '../kernel/kernel.ts';
import { Refusal } from '../kernel/state.ts';
import { decide } from './decide.ts';
import type { Effort, Finding } from './finding.ts';

/** How many changes of a formula its evidence notices, and which it does not. */
export interface MutantReport {
  readonly made: number;
  /** Those that a certified difference tells from the formula, or that have no value where it has one. */
  readonly noticed: number;
  /** Of the noticed ones, those without a value: no difference was certified, there was nothing to compare. */
  readonly withoutValue: number;
  /** Changes that are none, as the kernel shows: of the order of the indices of a square. */
  readonly equivalent: number;
  readonly survivors: readonly string[];
}

const few = 30;

type Noticed = 'differs' | 'without value' | 'no';

/** A mutant is noticed when the relation no longer holds with it: first at few points, a survivor at all of them. */
const noticed = (relation: () => Relation, of: Domain, effort: Effort, before: Finding['outcome']): Noticed => {
  const outcome = (points: number): Finding['outcome'] => {
    try {
      return decide(relation(), of, { ...effort, points, quick: true }).outcome;
    } catch (error) {
      // A wrong dimension, an integral that diverges.
      if (error instanceof RangeError || error instanceof TypeError) return 'undecided';
      throw error;
    }
  };
  if (outcome(Math.min(few, effort.points)) === 'fails') return 'differs';
  const found = outcome(effort.points);
  if (found === 'fails') return 'differs';
  return found === before ? 'no' : 'without value';
};

/** Mutants of a formula under a relation that holds for the formula itself. */
export const mutantsNoticed = (
  formula: Expr,
  relation: (mutant: Expr) => Relation,
  of: Domain,
  effort: Effort,
): MutantReport => {
  const all = mutants(formula);
  const found = all.map((mutant) => noticed(() => relation(mutant.formula), of, effort, 'holds'));
  const unnoticed = all.filter((_, index) => found[index] === 'no');
  const survivors = unnoticed.filter(
    (mutant) => !same(formula, mutant.formula, of) && !sameRelation(relation(formula), relation(mutant.formula), of),
  );
  const withoutValue = found.filter((one) => one === 'without value').length;
  const equivalent = unnoticed.length - survivors.length;
  const made = all.length - equivalent;
  return {
    made,
    noticed: made - survivors.length,
    withoutValue,
    equivalent,
    survivors: survivors.map(({ change }) => change),
  };
};

/** Whether the kernel shows that two formulas are the same. */
const same = (a: Expr, b: Expr, of: Domain): boolean => {
  try {
    return kernel(hypothesesOf(of)).difference(a, b) === undefined;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
};

/** Whether two relations are, in what is held against the same left side. */
const sameRelation = (a: Relation, b: Relation, of: Domain): boolean =>
  a.kind === 'equal' &&
  b.kind === 'equal' &&
  !isComputed(a.right) &&
  !isComputed(b.right) &&
  same(a.right, b.right, of);

const rightSide = (
  relation: Relation,
): { readonly formula: Expr; readonly withFormula: (mutant: Expr) => Relation } | undefined => {
  if (relation.kind === 'quoted') return { formula: relation.value, withFormula: (value) => ({ ...relation, value }) };
  if (relation.kind === 'sameDimension') return undefined;
  const side: Side = relation.right;
  if (!isComputed(side)) return { formula: side, withFormula: (right) => ({ ...relation, right }) as Relation };
  const [first, ...rest] = side.parts;
  return {
    formula: first as Expr,
    withFormula: (mutant) => ({ ...relation, right: side.with([mutant, ...rest]) }) as Relation,
  };
};

/**
 * Whether an assertion notices a change of its meaning: of the formula on its right. Many changes of an inequality, of
 * the range of an integral over a delta function or of a constant of integration change nothing, so that one noticed
 * is asked for, not all.
 */
export const assertionMutants = (says: string, relation: Relation, of: Domain, effort: Effort): MutantReport => {
  const before = decide(relation, of, { ...effort, points: Math.min(few, effort.points), quick: true }).outcome;
  const right = rightSide(relation);
  if (!right) return { made: 0, noticed: 0, withoutValue: 0, equivalent: 0, survivors: [] };
  const some = { ...effort, points: Math.min(60, effort.points) };
  const seen = mutants(right.formula).some(
    (mutant) => noticed(() => right.withFormula(mutant.formula), of, some, before) !== 'no',
  );
  const survivors = seen ? [] : [`${says}: no change of meaning is noticed`];
  return { made: 1, noticed: seen ? 1 : 0, withoutValue: 0, equivalent: 0, survivors };
};
