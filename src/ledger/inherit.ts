import type { Claim, Part, Premises } from '../claim/claim.ts';
import { decide } from '../evidence/decide.ts';
import { commonFactor } from '../evidence/factor.ts';
import type { Effort } from '../evidence/finding.ts';
import { add, div, type Expr, mul, type Node, num, pow } from '../formula/expression.ts';
import { fold, rebuild } from '../formula/fold.ts';
import { freeSymbols, isConstant, key, scaled } from '../formula/substitute.ts';
import { Delta, omega0I } from '../formula/symbols.ts';
import { latex } from '../meaning/latex.ts';
import { evaluate } from '../meaning/value.ts';
import { dyadics } from '../number/dyadic.ts';
import { rational } from '../number/rational.ts';
import { ancestors, type Book, entered, premisesOf, printedFormula, relationOf, rowOf, usesFormula } from './book.ts';
import { type Corrections, sameFormula } from './corrections.ts';
import { editionEffect } from './edition.ts';
import { verb } from './judge.ts';

/** An error charged elsewhere that changes a claim's formula, number or truth. */
export interface Inherited {
  readonly id: string;
  readonly effect: string;
  /** Whether the claim is right once this is put right: then nothing is charged to the claim itself. */
  readonly mends: boolean;
}

const quickly = (effort: Effort): Effort => ({ ...effort, points: Math.min(effort.points, 40), quick: true });

/** A formula, or what stands under its integrals over Delta, times 1 + Delta^2/omega0I^2: of another shape in Delta. */
const reshaped = (formula: Expr): Expr => {
  const shape = add<string, 'scalar' | 'binder'>(1, pow(div(Delta, omega0I), 2));
  const times = (of: Expr): Expr => mul<string, 'scalar' | 'binder'>(shape, of);
  const inside = fold<Node>(formula, {
    ...rebuild,
    integral: (variable, ranges, body) =>
      rebuild.integral(variable, ranges, variable.name === Delta.symbol.name ? times(body) : body),
  });
  return freeSymbols(formula).has(Delta.symbol.name) ? times(formula) : inside;
};

/**
 * Direct premises that are undecided themselves and on which the claim rests: twice as large, or of another shape in
 * Delta, they would make it fail.
 */
export const restsOn = (
  book: Book,
  corrections: Corrections,
  claim: Claim,
  effort: Effort,
  undecided: ReadonlySet<string>,
): readonly string[] => {
  const row = rowOf(book, claim.id);
  if (!claim.step || row.from.some((id) => !entered(book, id))) return [];
  const changed = (id: string, change: (formula: Expr) => Expr): Premises =>
    premisesOf(book, claim, (of) => (of === id ? change(corrections.corrected(of)) : corrections.corrected(of)));
  return row.from.filter((id) => {
    if (!undecided.has(id) || !usesFormula(book, id)) return false;
    return [(formula: Expr) => scaled(num(2), formula), reshaped].some((change) => {
      const premises = changed(id, change);
      const relation = relationOf(
        claim,
        corrections.correctedPrint(claim),
        (claim.step as NonNullable<Claim['step']>)(premises),
        premises,
      );
      return decide(relation, claim.domain, quickly({ ...effort, label: claim.id })).outcome !== 'holds';
    });
  });
};

/**
 * What a claim inherits from the errors charged elsewhere: where all of them but one put right gives it another
 * formula, number or truth than all of them put right.
 */
export const inheritedBy = (
  book: Book,
  corrections: Corrections,
  claim: Claim,
  effort: Effort,
  charged: ReadonlySet<string>,
): readonly Inherited[] => {
  const under = (lookup: (id: string) => Expr): Premises =>
    premisesOf(book, claim, (id) => (id === claim.id ? printedFormula(book, id) : lookup(id)));
  const parts = (claim.parts ?? []).filter((part) => part.judges === undefined);
  return [...ancestors(book, claim.id)].flatMap((wrong) => {
    if (!charged.has(wrong) || !entered(book, wrong)) return [];
    // A sentence has no formula to put right; an error whose right form is known is put right.
    if (!usesFormula(book, wrong) || !sameFormula(printedFormula(book, wrong), corrections.corrected(wrong)))
      return direct(wrong);
    if (!corrections.dependsOn(claim.id, wrong)) return direct(wrong);
    const edition = book.claims.get(wrong)?.instead?.edition;
    const effect = edition
      ? editionEffect(book, corrections, claim, edition, quickly({ ...effort, label: claim.id }))
      : 'it is made of it; what the right form makes of it is not computed';
    return effect ? [{ id: wrong, effect, mends: false }] : [];
  });
  function direct(wrong: string): readonly Inherited[] {
    const left = usesFormula(book, wrong) ? corrections.except(wrong) : corrections.corrected;
    const effect =
      formulaEffect(claim, left, corrections, book) ??
      partsEffect(parts, under(left), under(corrections.corrected), quickly({ ...effort, label: claim.id }));
    return effect ? [{ id: wrong, ...effect }] : [];
  }
};

type Effect = Omit<Inherited, 'id'>;

const formulaEffect = (
  claim: Claim,
  left: (id: string) => Expr,
  corrections: Corrections,
  book: Book,
): Effect | undefined => {
  if (!usesFormula(book, claim.id) || !claim.step) return undefined;
  const [wrong, right] = [left(claim.id), corrections.corrected(claim.id)];
  if (sameFormula(wrong, right)) return undefined;
  const factor = constantRatio(right, wrong);
  const effect = factor
    ? `its right form is ${factor} times as large once this is put right`
    : `its right form is ${latex(right)} once this is put right`;
  return { effect, mends: false };
};

/** The ratio of two formulas that differ by a constant factor in front. */
const constantRatio = (over: Expr, under: Expr): string | undefined => {
  const flat = (formula: Expr): readonly Expr[] =>
    formula.kind === 'product' ? formula.factors.flatMap(flat) : [formula];
  const rest = (factors: readonly Expr[]): string =>
    factors
      .filter((factor) => !isConstant(factor))
      .map(key)
      .sort()
      .join();
  const [a, b] = [flat(over), flat(under)];
  if (rest(a) !== rest(b)) return undefined;
  const arithmetic = dyadics(40);
  const constant = (factors: readonly Expr[]) =>
    factors
      .filter(isConstant)
      .map((factor) => evaluate(factor)(arithmetic, new Map()))
      .reduce((x, y) => arithmetic.mul(x, y), arithmetic.rational(rational(1)));
  return commonFactor([arithmetic.ends(arithmetic.div(constant(a), constant(b)))])?.text;
};

const partsEffect = (parts: readonly Part[], wrong: Premises, right: Premises, effort: Effort): Effect | undefined => {
  for (const part of parts) {
    const [before, after] = [
      decide(part.relation(wrong), part.domain, effort),
      decide(part.relation(right), part.domain, effort),
    ];
    if (before.outcome !== after.outcome)
      return {
        effect: `"${part.says}" ${verb[after.outcome]} once this is put right; as printed it ${verb[before.outcome]}`,
        mends: after.outcome === 'holds',
      };
    if (before.by === 'value' && before.detail !== after.detail)
      return { effect: `once this is put right: ${after.detail}`, mends: false };
  }
  return undefined;
};
