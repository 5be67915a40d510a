import type { Claim } from '../claim/claim.ts';
import { decide } from '../evidence/decide.ts';
import type { Effort } from '../evidence/finding.ts';
import { assertionMutants, type MutantReport, mutantsNoticed } from '../evidence/mutants.ts';
import type { Expr } from '../formula/expression.ts';
import { type Book, entered, premisesOf, printedFormula, relationOf, rowOf } from './book.ts';
import { type Checks, checksOf } from './checks.ts';
import type { Corrections } from './corrections.ts';
import { type Evidence, type Judgement, judge } from './judge.ts';
import { type ProofRecord, proofsOf, recordOf } from './proofs.ts';

/** How hard to look, and from which seed. */
export interface Settings {
  readonly points: number;
  readonly seed: number;
  /** Random glasses drawn for what is measured in them. */
  readonly glasses: number;
}

/** All that is found out about one claim by itself. Plain data, so that it can come from another thread. */
export interface Examination {
  readonly judgement: Judgement;
  readonly proofs: readonly ProofRecord[];
  readonly checks: Checks;
  readonly mutants?: MutantReport;
  /** Evidence for what is right instead, in case the claim is refuted. */
  readonly instead: readonly Evidence[];
}

const mutantsOf = (book: Book, corrections: Corrections, claim: Claim, effort: Effort): MutantReport | undefined => {
  const own = { ...effort, label: claim.id };
  const reports: MutantReport[] = [];
  const premises = premisesOf(book, claim, (id) =>
    id === claim.id ? printedFormula(book, id) : corrections.corrected(id),
  );
  const reachable = rowOf(book, claim.id).from.every((id) => entered(book, id));
  const derived = claim.quantity ? book.quantity(claim.quantity) : reachable ? claim.step?.(premises) : undefined;
  if (derived && (claim.formula ?? claim.printed)) {
    const right = corrections.correctedPrint(claim);
    const relation = (formula: Expr) => relationOf(claim, formula, derived, premises);
    if (decide(relation(right), claim.domain, { ...own, points: 30, quick: true }).outcome === 'holds')
      reports.push(mutantsNoticed(right, relation, claim.domain, own));
  }
  for (const part of claim.parts ?? []) {
    if (part.judges === 'outside' || part.judges === 'prefactor') continue;
    reports.push(assertionMutants(part.says, part.relation(premises), part.domain, own));
  }
  if (reports.every(({ made }) => made === 0)) return undefined;
  return reports.reduce((a, b) => ({
    made: a.made + b.made,
    noticed: a.noticed + b.noticed,
    withoutValue: a.withoutValue + b.withoutValue,
    equivalent: a.equivalent + b.equivalent,
    survivors: [...a.survivors, ...b.survivors],
  }));
};

const proofOf = (proofs: readonly ProofRecord[], about: string): Pick<Evidence, 'proof'> => {
  const found = proofs.find((one) => one.about === about);
  return found ? { proof: found.outcome } : {};
};

/**
 * Finds out about one claim, whatever the others are. The same book, settings and id give the same examination.
 * What is only needed for the verdicts of others goes without mutants, without the checks of prefactors and without
 * evidence for what is right instead (`fully` false).
 */
export const examine = (
  book: Book,
  corrections: Corrections,
  id: string,
  { points, seed, glasses }: Settings,
  fully = true,
): Examination => {
  const claim = book.claims.get(id);
  if (!claim) throw new RangeError(`expected an entered claim, got ${id}`);
  const effort = { points, seed, glasses, label: id };
  const proofs = proofsOf(book, corrections, id).map(recordOf);
  const judgement = judge(book, corrections, claim, effort, proofs, fully);
  const mutants = fully ? mutantsOf(book, corrections, claim, effort) : undefined;
  const premises = premisesOf(book, claim, (of) => printedFormula(book, of));
  const instead = (fully ? (claim.instead?.parts ?? []) : []).map(
    (part): Evidence => ({
      about: part.says,
      judges: 'instead',
      ...decide(part.relation(premises), part.domain, effort),
      ...proofOf(proofs, part.says),
    }),
  );
  return {
    judgement,
    proofs,
    checks: checksOf(claim, judgement.evidence, effort),
    ...(mutants ? { mutants } : {}),
    instead,
  };
};
