import type { Domain } from '../claim/domain.ts';
import { isComputed, type Relation, type Side } from '../claim/relation.ts';
import type { Expr } from '../formula/expression.ts';
import { mutants } from '../formula/mutate.ts';
import { decide } from './decide.ts';
import type { Effort, Finding } from './finding.ts';

/** How many changes of a formula its evidence notices, and which it does not. */
export interface MutantReport {
  readonly made: number;
  readonly noticed: number;
  readonly survivors: readonly string[];
}

const few = 30;

/** A mutant is noticed when the relation no longer holds with it: first at few points, a survivor at all of them. */
const isNoticed = (relation: () => Relation, of: Domain, effort: Effort, before: Finding['outcome']): boolean => {
  const outcome = (points: number): Finding['outcome'] => {
    try {
      return decide(relation(), of, { ...effort, points, quick: true }).outcome;
    } catch (error) {
      // A mutant without a meaning (a wrong dimension, an integral that diverges) is noticed.
      if (error instanceof RangeError || error instanceof TypeError) return 'fails';
      throw error;
    }
  };
  const first = outcome(Math.min(few, effort.points));
  return (
    first === 'fails' || (first !== before && outcome(effort.points) !== before) || outcome(effort.points) === 'fails'
  );
};

/** Mutants of a formula under a relation that holds for the formula itself. */
export const mutantsNoticed = (
  formula: Expr,
  relation: (mutant: Expr) => Relation,
  of: Domain,
  effort: Effort,
): MutantReport => {
  const all = mutants(formula);
  const survivors = all
    .filter((mutant) => !isNoticed(() => relation(mutant.formula), of, effort, 'holds'))
    .map((mutant) => mutant.change);
  return { made: all.length, noticed: all.length - survivors.length, survivors };
};

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
  if (!right) return { made: 0, noticed: 0, survivors: [] };
  const some = { ...effort, points: Math.min(60, effort.points) };
  const noticed = mutants(right.formula).some((mutant) =>
    isNoticed(() => right.withFormula(mutant.formula), of, some, before),
  );
  return { made: 1, noticed: noticed ? 1 : 0, survivors: noticed ? [] : [`${says}: no change of meaning is noticed`] };
};
