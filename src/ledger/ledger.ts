import type { Claim } from '../claim/claim.ts';
import type { Effort } from '../evidence/finding.ts';
import { latex } from '../meaning/latex.ts';
import { ancestors, type Book, printedFormula, rowOf } from './book.ts';
import { type Corrections, corrections as correctionsOf, sameFormula } from './corrections.ts';
import type { Examination, Settings } from './examine.ts';
import { inheritedBy, restsOn } from './inherit.ts';
import type { Evidence, Judgement } from './judge.ts';
import type { ProofRecord } from './proofs.ts';
import type { Entry, Ledger } from './schema.ts';
import { type Decision, decisionOf, type Verdict, verdicts } from './verdict.ts';

type Line = NonNullable<Entry['evidence']>[number];

const line = (
  {
    about,
    judges,
    by,
    outcome,
    points,
    discarded,
    resolution,
    factor,
    error,
    counterexample,
    detail,
    measured,
    proof,
  }: Evidence,
  seed: number,
): Line => ({
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
  ...(measured === undefined ? {} : { measured }),
  ...(proof === undefined ? {} : { proof }),
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

/** More values than these nobody checks by hand. */
const mostByHand = 12;
const coordinates = ({ counterexample }: Evidence): number =>
  counterexample ? Object.keys(counterexample.at).length : Number.POSITIVE_INFINITY;

const foundIn = (book: Book, corrections: Corrections, claim: Claim, evidence: readonly Evidence[]): Entry['found'] => {
  const failing = evidence.filter(({ outcome, judges }) => outcome === 'fails' && judges !== 'outside');
  const shown = failing.find(({ judges }) => judges === 'truth') ?? failing[0];
  if (!shown) return undefined;
  // Of several counterexamples one that can be checked by hand.
  const byHand = [...failing].sort((a, b) => coordinates(a) - coordinates(b))[0];
  const counterexample = (coordinates(shown) <= mostByHand ? shown : byHand)?.counterexample;
  const hasFormula = Boolean(claim.formula ?? claim.printed);
  const right = hasFormula ? corrections.corrected(claim.id) : undefined;
  const instead = [
    claim.instead?.says,
    right && !sameFormula(right, printedFormula(book, claim.id)) ? latex(right) : undefined,
    // Of figures, what is found in their place.
    ...failing.flatMap(({ by, judges, counterexample }) =>
      by === 'value' && judges === shown.judges && counterexample
        ? [`${counterexample.left} instead of ${counterexample.right}`]
        : [],
    ),
  ]
    .filter((part) => part !== undefined)
    .join('; ');
  return {
    ...(instead ? { instead } : {}),
    ...(shown.factor ? { factor: shown.factor.text } : {}),
    ...(counterexample ? { counterexample } : {}),
    ...(shown.detail ? { detail: shown.detail } : {}),
  };
};

const notEntered = (book: Book, id: string): Entry => {
  const { section, kind, says } = rowOf(book, id);
  return { id, section, kind, says, verdict: 'not entered yet', reason: 'no formula and no evidence yet' };
};

/** The claims that have to be examined so that those asked for can be decided. */
export const neededFor = (book: Book, wanted: readonly string[] | undefined): readonly string[] => {
  const needed = new Set((wanted ?? book.rows.map(({ id }) => id)).flatMap((id) => [id, ...ancestors(book, id)]));
  return inOrder(book).flatMap(({ id }) => (needed.has(id) ? [id] : []));
};

/**
 * The entries of the claims asked for (all of them by default), from what was found out about each claim that they
 * need. Pure: the same examinations give the same entries; what a claim reaches is told among the claims asked for.
 */
export const entriesFrom = (
  book: Book,
  { points, seed, glasses }: Settings,
  wanted: readonly string[] | undefined,
  examined: ReadonlyMap<string, Examination>,
): readonly Entry[] => {
  const effort: Effort = { points, seed, glasses, label: '' };
  const corrections = correctionsOf(book);
  const asked = new Set(wanted ?? book.rows.map(({ id }) => id));
  const order = neededFor(book, wanted);
  const of = (id: string) => ({ claim: book.claims.get(id) as Claim, ...(examined.get(id) as Examination) });
  const decisions = new Map<string, Decision>();
  const undecided = new Set<string>();
  const unsettled = new Set<string>();
  for (const id of order) {
    const { claim, judgement, checks } = of(id);
    const rests = restsOn(book, corrections, claim, effort, unsettled);
    const decision = decisionOf(rowOf(book, id), claim, judgement, checks, rests);
    decisions.set(id, decision);
    if (decision.verdict === 'undecided') undecided.add(id);
    // What is wrong may rest on what is undecided as well, and hands it on.
    if (decision.verdict === 'undecided' || rests.length > 0) unsettled.add(id);
  }
  const isWrong = (id: string): boolean => {
    const { step, truth } = of(id).judgement;
    return decisions.get(id)?.verdict === 'refuted' && (step === 'fails' || (step === 'none' && truth === 'fails'));
  };
  const wrong = new Set(order.filter(isWrong));
  const inherited = new Map(
    order
      .filter((id) => asked.has(id))
      .map((id) => [id, inheritedBy(book, corrections, of(id).claim, effort, wrong)] as const),
  );
  return book.rows
    .filter(({ id }) => asked.has(id))
    .map(({ id, section, kind, says }): Entry => {
      const decision = decisions.get(id);
      if (!decision) return notEntered(book, id);
      const { claim, judgement, checks, mutants, instead, proofs } = of(id);
      const { step, stepReason, evidence } = judgement;
      const inherits = inherited.get(id) ?? [];
      const refuted = decision.verdict === 'refuted';
      const reaches = order.filter((to) => inherited.get(to)?.some((one) => one.id === id));
      const open = [...ancestors(book, id)].filter((from) => undecided.has(from));
      const roots = open.filter((from) => ![...ancestors(book, from)].some((deeper) => undecided.has(deeper)));
      const mended = refuted || decision.verdict === 'conditional';
      // Few glasses may leave open what more of them show.
      const unproved = mended
        ? instead.find(({ outcome, by }) => outcome === 'fails' || (outcome === 'undecided' && by !== 'sampling'))
        : undefined;
      if (unproved) throw new Error(`${id}: what is said to be right instead was not shown: ${unproved.about}`);
      const found = refuted ? foundIn(book, corrections, claim, evidence) : undefined;
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
        ...(refuted ? { charged: wrong.has(id) && !inherits.some((one) => one.mends) } : {}),
        ...(found ? { found } : {}),
        ...editionsOf(corrections, claim),
        ...(inherits.length > 0 ? { inherits: inherits.map((one) => ({ id: one.id, effect: one.effect })) } : {}),
        ...(reaches.length > 0 ? { reaches: sortedByPaper(book, reaches) } : {}),
        ...(roots.length > 0 ? { restsOn: sortedByPaper(book, roots) } : {}),
        checks,
        evidence: [
          ...evidence.map((one) => line(one, seed)),
          ...(refuted ? instead.map((one) => line(one, seed)) : []),
        ],
        ...settledByProof(decision, judgement),
        ...(proofs.length > 0 ? { proofs: proofs.map(plainProof) } : {}),
        ...(mutants ? { mutants: { ...mutants, survivors: [...mutants.survivors] } } : {}),
      };
    });
};

/** Its right side as printed and put right, where they differ, and the quantities that stand for it in other editions. */
const editionsOf = (corrections: Corrections, claim: Claim): Pick<Entry, 'editions'> | Record<string, never> => {
  if (!claim.printed) return {};
  const [printed, corrected] = [claim.printed.right, corrections.correctedPrint(claim)];
  const editions = {
    ...(sameFormula(printed, corrected) ? {} : { printed: latex(printed), corrected: latex(corrected) }),
    ...claim.editions,
  };
  return Object.keys(editions).length > 0 ? { editions } : {};
};

/** In the order of the schema, so that the same ledger gives the same bytes. */
const plainProof = ({
  about,
  outcome,
  steps,
  conditions,
  assumed,
  factor,
  operations,
}: ProofRecord): NonNullable<Entry['proofs']>[number] => ({
  about,
  outcome,
  steps: [...steps],
  conditions: [...conditions],
  ...(assumed ? { assumed: [...assumed] } : {}),
  ...(factor ? { factor } : {}),
  operations,
});

/** Whether proofs alone decide the statement, or only whether it follows from its premises. */
const settledByProof = (
  { verdict }: Decision,
  { settled, truth, step }: Judgement,
): Pick<Entry, 'settledByProof'> | Record<string, never> => {
  if (settled.truth && (verdict === 'proved' || (verdict === 'refuted' && truth === 'fails')))
    return { settledByProof: 'statement' };
  return settled.step && (step === 'holds' || step === 'fails') ? { settledByProof: 'step' } : {};
};

const sortedByPaper = (book: Book, ids: readonly string[]): string[] =>
  book.rows.filter(({ id }) => ids.includes(id)).map(({ id }) => id);

export const countsOf = (entries: readonly Entry[]): Record<Verdict, number> =>
  Object.fromEntries(
    verdicts.map((verdict) => [verdict, entries.filter((entry) => entry.verdict === verdict).length]),
  ) as Record<Verdict, number>;

/** The whole ledger. */
export const ledgerFrom = (
  book: Book,
  paper: Ledger['paper'],
  settings: Settings,
  examined: ReadonlyMap<string, Examination>,
): Ledger => {
  const claims = [...entriesFrom(book, settings, undefined, examined)];
  return { paper, settings, counts: countsOf(claims), total: claims.length, claims };
};

/** The ledger as text: the same ledger gives the same bytes. */
export const ledgerText = (ledger: Ledger): string => `${JSON.stringify(ledger, null, 1)}\n`;
