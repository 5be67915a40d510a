import type { Claim } from '../claim/claim.ts';
import { decide } from '../evidence/decide.ts';
import type { Effort, Finding } from '../evidence/finding.ts';
import { meaningNoticed, type MutantReport, mutantsNoticed } from '../evidence/mutants.ts';
import type { Expr } from '../formula/expression.ts';
import { latex } from '../meaning/latex.ts';
import { ancestors, type Book, entered, premisesOf, printedFormula, relationOf, rowOf } from './book.ts';
import { type Checks, checksOf } from './checks.ts';
import { type Corrections, corrections as correctionsOf, sameFormula } from './corrections.ts';
import { type Evidence, inheritedBy, judge, type Judgement, rightForm } from './judge.ts';
import type { Entry, Ledger } from './schema.ts';
import { type Decision, decisionOf, type Verdict, verdicts } from './verdict.ts';

export interface Settings {
  readonly points: number;
  readonly seed: number;
}

/** Told of each claim as soon as its verdict stands. */
export type Progress = (entry: { readonly id: string; readonly verdict: Verdict }, done: number, of: number) => void;

type Line = NonNullable<Entry['evidence']>[number];

const line = ({ about, judges, by, outcome, points, discarded, resolution, factor, error, counterexample, detail }: Omit<Evidence, 'judges'> & { readonly judges: Line['judges'] }, seed: number): Line => ({
  about,
  judges,
  by,
  outcome,
  points,
  discarded,
  seed,
  ...(resolution === undefined ? {} : { resolution }),
  ...(factor === undefined ? {} : { factor: factor.text }),
  ...(error === undefined ? {} : { error }),
  ...(counterexample === undefined ? {} : { counterexample }),
  ...(detail === undefined ? {} : { detail }),
});

const printedTex = ({ printed }: Claim): { readonly printed: string } | Record<string, never> =>
  printed ? { printed: `${printed.left ? `${latex(printed.left)} ${printed.is} ` : ''}${latex(printed.right)}` } : {};

/** Claims in an order in which each comes after what it follows from. */
const inOrder = (book: Book): readonly Claim[] => {
  const ordered: Claim[] = [];
  const seen = new Set<string>();
  const visit = (id: string): void => {
    if (seen.has(id)) return;
    seen.add(id);
    rowOf(book, id).from.forEach(visit);
    const claim = book.claims.get(id);
    if (claim) ordered.push(claim);
  };
  for (const { id } of book.rows) visit(id);
  return ordered;
};

const mutantsOf = (book: Book, corrections: Corrections, judgement: Judgement, effort: Effort): MutantReport | undefined => {
  const { claim } = judgement;
  const own = { ...effort, label: claim.id };
  const reports: MutantReport[] = [];
  const premises = premisesOf(book, claim, (id) => (id === claim.id ? printedFormula(book, id) : corrections.corrected(id)));
  const reachable = rowOf(book, claim.id).from.every((id) => entered(book, id));
  const derived = claim.quantity ? book.quantity(claim.quantity) : reachable ? claim.step?.(premises) : undefined;
  if (derived && (claim.formula ?? claim.printed)) {
    const right = rightForm(corrections, claim);
    const relation = (formula: Expr) => relationOf(claim, formula, derived, premises);
    if (decide(relation(right), claim.domain, { ...own, points: 30, quick: true }).outcome === 'holds') reports.push(mutantsNoticed(right, relation, claim.domain, own));
  }
  for (const part of claim.parts ?? []) {
    if (part.judges === 'outside') continue;
    const relation = part.relation(premises);
    const before = decide(relation, part.domain, { ...own, points: 30, quick: true }).outcome;
    const noticed = meaningNoticed(relation, part.domain, { ...own, points: Math.min(own.points, 60) }, before);
    reports.push({ made: 1, noticed: noticed ? 1 : 0, survivors: noticed ? [] : [`no change of meaning of "${part.says}" is noticed`] });
  }
  if (reports.length === 0) return undefined;
  return reports.reduce((a, b) => ({ made: a.made + b.made, noticed: a.noticed + b.noticed, survivors: [...a.survivors, ...b.survivors] }));
};

const foundIn = (book: Book, corrections: Corrections, { claim, evidence }: Judgement): Entry['found'] => {
  const failing = evidence.filter(({ outcome, judges }) => outcome === 'fails' && judges !== 'outside');
  const shown = failing.find(({ judges }) => judges === 'truth') ?? failing[0];
  if (!shown) return undefined;
  const hasFormula = Boolean(claim.formula ?? claim.printed);
  const right = hasFormula ? corrections.corrected(claim.id) : undefined;
  const instead = [claim.instead?.says, right && !sameFormula(right, printedFormula(book, claim.id)) ? latex(right) : undefined].filter((part) => part !== undefined).join('; ');
  return {
    ...(instead ? { instead } : {}),
    ...(shown.factor ? { factor: shown.factor.text } : {}),
    ...(shown.counterexample ? { counterexample: shown.counterexample } : {}),
    ...(shown.detail ? { detail: shown.detail } : {}),
  };
};

const notEntered = (book: Book, id: string): Entry => {
  const { section, kind, says } = rowOf(book, id);
  return { id, section, kind, says, verdict: 'not entered yet', reason: 'no formula and no evidence yet' };
};


/**
 * Verdicts for the claims asked for (all of them by default), with everything that they rest on. Pure: the same book,
 * settings and ids give the same entries; what a claim reaches is told among the claims asked for.
 */
export const decideClaims = (book: Book, { points, seed }: Settings, wanted: readonly string[] | undefined, progress: Progress): readonly Entry[] => {
  const effort: Effort = { points, seed, label: '' };
  const corrections = correctionsOf(book);
  const asked = new Set(wanted ?? book.rows.map(({ id }) => id));
  const needed = new Set([...asked].flatMap((id) => [id, ...ancestors(book, id)]));
  const judgements = new Map<string, Judgement>();
  const checked = new Map<string, Checks>();
  const decisions = new Map<string, Decision>();
  const undecided = new Set<string>();
  const order = inOrder(book).filter(({ id }) => needed.has(id));
  for (const claim of order) {
    const judgement = judge(book, corrections, claim, effort, undecided);
    const checks = checksOf(claim, judgement.evidence, { ...effort, label: claim.id });
    const decision = decisionOf(rowOf(book, claim.id), judgement, checks);
    judgements.set(claim.id, judgement);
    checked.set(claim.id, checks);
    decisions.set(claim.id, decision);
    if (decision.verdict === 'undecided') undecided.add(claim.id);
    progress({ id: claim.id, verdict: decision.verdict }, judgements.size, order.length);
  }
  const wrong = new Set([...judgements].filter(([id, { step, truth }]) => decisions.get(id)?.verdict === 'refuted' && (step === 'fails' || (step === 'none' && truth === 'fails'))).map(([id]) => id));
  const inherited = new Map([...judgements].map(([id, { claim }]) => [id, inheritedBy(book, corrections, claim, effort, wrong)] as const));
  const entries = book.rows
    .filter(({ id }) => asked.has(id))
    .map(({ id, section, kind, says }): Entry => {
      const judgement = judgements.get(id);
      const decision = decisions.get(id);
      if (!judgement || !decision) return notEntered(book, id);
      const { claim, step, stepReason, evidence } = judgement;
      const inherits = inherited.get(id) ?? [];
      const reaches = [...inherited].filter(([, from]) => from.some((one) => one.id === id)).map(([to]) => to);
      const restsOn = [...ancestors(book, id)].filter((of) => undecided.has(of) && ![...ancestors(book, of)].some((deeper) => undecided.has(deeper)));
      const mutants = mutantsOf(book, corrections, judgement, effort);
      const found = decision.verdict === 'refuted' ? foundIn(book, corrections, judgement) : undefined;
      const insteadFinding = (decision.verdict === 'refuted' ? (claim.instead?.parts ?? []) : []).map((part): Line => {
        const finding: Finding = decide(part.relation(premisesOf(book, claim, (of) => printedFormula(book, of))), part.domain, { ...effort, label: id });
        return line({ about: part.says, judges: 'instead', ...finding }, seed);
      });
      return {
        id,
        section,
        kind,
        says,
        ...printedTex(claim),
        text: claim.text.status,
        ...(claim.text.readings ? { readings: claim.text.readings.map((reading) => reading.says) } : {}),
        verdict: decision.verdict,
        reason: decision.reason,
        step,
        ...(stepReason ? { stepReason } : {}),
        ...(decision.verdict === 'refuted' ? { charged: wrong.has(id) && inherits.length === 0 } : {}),
        ...(found ? { found } : {}),
        ...(inherits.length > 0 ? { inherits: [...inherits] } : {}),
        ...(reaches.length > 0 ? { reaches: sortedByPaper(book, reaches) } : {}),
        ...(restsOn.length > 0 ? { restsOn: sortedByPaper(book, restsOn) } : {}),
        checks: checked.get(id) ?? {},
        evidence: [...evidence.map((one) => line(one, seed)), ...insteadFinding],
        ...(mutants ? { mutants: { ...mutants, survivors: [...mutants.survivors] } } : {}),
      };
    });
  return entries;
};

const sortedByPaper = (book: Book, ids: readonly string[]): string[] => book.rows.filter(({ id }) => ids.includes(id)).map(({ id }) => id);

export const countsOf = (entries: readonly Entry[]): Record<Verdict, number> =>
  Object.fromEntries(verdicts.map((verdict) => [verdict, entries.filter((entry) => entry.verdict === verdict).length])) as Record<Verdict, number>;

/** The whole ledger. */
export const makeLedger = (book: Book, paper: Ledger['paper'], settings: Settings, progress: Progress): Ledger => {
  const claims = [...decideClaims(book, settings, undefined, progress)];
  return { paper, settings, counts: countsOf(claims), total: claims.length, claims };
};

/** The ledger as text: the same ledger gives the same bytes. */
export const ledgerText = (ledger: Ledger): string => `${JSON.stringify(ledger, null, 1)}\n`;

