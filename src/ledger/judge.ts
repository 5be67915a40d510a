import { type Claim, judgedFormula, type Part, type Premises } from '../claim/claim.ts';
import type { Side } from '../claim/relation.ts';
import { decide } from '../evidence/decide.ts';
import type { Effort, Finding } from '../evidence/finding.ts';
import { putRight } from '../evidence/proof/step.ts';
import { type Book, entered, orMissing, printedFormula, relationOf, rowOf, usesFormula } from './book.ts';
import { type Corrections, sameFormula } from './corrections.ts';
import { type ProofRecord, premisesBothWays } from './proofs.ts';

export type Outcome = Finding['outcome'];
export const verb: Record<Outcome, string> = { holds: 'holds', fails: 'fails', undecided: 'is undecided' };

/** A finding with what it was about. */
export interface Evidence extends Finding {
  readonly about: string;
  readonly judges: 'step' | 'truth' | 'form' | 'outside' | 'prefactor' | 'instead';
  /** What the chain about it ends in. */
  readonly proof?: ProofRecord['outcome'];
}

/** What was found out about one claim, before it is given a verdict. */
export interface Judgement {
  /** Whether it follows from its premises as printed; 'none' where there is nothing to follow from. */
  readonly step: Outcome | 'none';
  readonly stepReason?: string;
  /** Whether it is right; 'none' where no evidence speaks of it. */
  readonly truth: Outcome | 'none';
  readonly evidence: readonly Evidence[];
  /** Whether proofs alone settle the step, and the truth. */
  readonly settled: { readonly step: boolean; readonly truth: boolean };
  /** It fails as the text is read here, and holds under another reading. */
  readonly question: boolean;
}

/** What was found out about one assertion, and whether a proof did. */
interface Heard {
  readonly outcome: Outcome;
  readonly proved: boolean;
}

/** Proofs settle it when they show all of it, or that some of it fails. */
const settledBy = (heard: readonly Heard[]): boolean =>
  heard.length > 0 &&
  (heard.some(({ outcome, proved }) => outcome === 'fails' && proved) ||
    heard.every(({ outcome, proved }) => outcome === 'holds' && proved));

/**
 * A proof decides what enclosures leave open. That the two contradict each other is a fault of this program, and
 * nothing is said of the claim.
 */
const withProof = ({ finding, question }: Read, proof: Evidence['proof'], about: string): Outcome => {
  const { outcome } = finding;
  if (!proof || question) return outcome;
  const found = proof === 'proved' ? 'holds' : 'fails';
  if (outcome !== 'undecided' && outcome !== found)
    throw new Error(`${about}: enclosures say that it ${outcome}, a proof that it ${found}`);
  // A refutation also needs a certified counterexample, under every reading of the text.
  return found === 'fails' ? outcome : found;
};

const worst = (heard: readonly Heard[]): Outcome | 'none' => {
  const outcomes = heard.map(({ outcome }) => outcome);
  if (outcomes.length === 0) return 'none';
  if (outcomes.includes('fails')) return 'fails';
  return outcomes.includes('undecided') ? 'undecided' : 'holds';
};

interface Read {
  readonly finding: Finding;
  readonly question: boolean;
}

/** What fails is refuted only if it fails under every other reading of the text, too. */
const underAllReadings = (adopted: Finding, others: readonly (() => Finding)[]): Read => {
  const holdsOtherwise = adopted.outcome === 'fails' && others.some((other) => other().outcome !== 'fails');
  return holdsOtherwise
    ? {
        finding: {
          ...adopted,
          outcome: 'undecided',
          detail: 'it fails as read here and holds under another reading of the text',
        },
        question: true,
      }
    : { finding: adopted, question: false };
};

/**
 * Judges one claim: the printed equation and the other assertions, from the premises as printed (the step) and from
 * the premises put right or the reference implementation (the truth).
 */
export const judge = (
  book: Book,
  corrections: Corrections,
  claim: Claim,
  effort: Effort,
  proofs: readonly ProofRecord[] = [],
  fully = true,
): Judgement => {
  const row = rowOf(book, claim.id);
  const own = { ...effort, label: claim.id };
  const missing = row.from.filter((id) => !entered(book, id));
  const parts = (claim.parts ?? []).filter((part) => part.judges === undefined);
  const { printed, right } = premisesBothWays(book, corrections, claim);
  const changed = row.from.some(
    (id) => usesFormula(book, id) && !sameFormula(printedFormula(book, id), corrections.corrected(id)),
  );
  const evidence: Evidence[] = [];
  let question = false;
  const note = (about: string, judges: Evidence['judges'], read: Read, chain: string): Heard => {
    const proof = proofs.find((one) => one.about === chain)?.outcome;
    const outcome = withProof(read, proof, `${claim.id}: ${about}`);
    evidence.push({ about, judges, ...read.finding, outcome, ...(proof ? { proof } : {}) });
    question ||= read.question;
    return { outcome, proved: proof !== undefined };
  };
  const assertion = (part: Part, premises: Premises): Read => {
    const relation = orMissing(() => part.relation(premises));
    if (!relation) return { finding: notEntered, question: false };
    return underAllReadings(
      decide(relation, part.domain, own),
      (part.otherReadings?.(premises) ?? []).map((reading) => () => decide(reading, part.domain, own)),
    );
  };
  const equation = (against: Side, premises: Premises): Read => {
    const holds = (formula: ReturnType<typeof judgedFormula>) => () =>
      decide(relationOf(claim, formula, against, premises), claim.domain, own);
    const readings = (claim.text.readings ?? []).flatMap(({ formula }) => (formula ? [holds(formula)] : []));
    return underAllReadings(holds(judgedFormula(claim))(), readings);
  };

  // The step. A derivation may do without a premise that is not entered yet; it then shows what it can.
  const steps: Heard[] = [];
  const derived = claim.step && orMissing(() => claim.step?.(printed));
  if (derived)
    steps.push(
      note(
        'the printed equation against what follows from its premises as printed',
        'step',
        equation(derived, printed),
        'step',
      ),
    );
  const asPrinted = parts.map((part) => note(part.says, 'step', assertion(part, printed), part.says));
  const followed = worst([...steps, ...asPrinted]);
  const introduces = followed === 'none' && (row.kind === 'definition' || row.kind === 'model');
  const step =
    row.from.length === 0 || introduces ? 'none' : missing.length > 0 || followed === 'none' ? 'undecided' : followed;
  const stepReason =
    missing.length > 0
      ? `${missing.join(', ')} not entered yet`
      : step === 'undecided' && followed === 'none'
        ? (claim.undecided ?? 'nothing to follow')
        : undefined;

  // The truth: against the reference implementation, or what follows once the premises are put right.
  const truths: Heard[] = [];
  if (claim.quantity)
    truths.push(
      note(
        `the printed equation against the reference implementation: ${claim.quantity}`,
        'truth',
        equation(book.quantity(claim.quantity), right),
        'truth',
      ),
    );
  else if (claim.step && missing.length === 0)
    truths.push(
      changed
        ? note(
            'the printed equation against what follows from its premises put right',
            'truth',
            equation(claim.step(right), right),
            'truth',
          )
        : (steps[0] as Heard),
    );
  parts.forEach((part, index) => {
    const heard = asPrinted[index] as Heard;
    // A sentence speaks of its equations as they are printed; an equation is right or wrong whatever its premises are.
    const settled = !changed || (heard.outcome === 'fails' && claim.role === 'sentence');
    const about = `${part.says}${putRight}`;
    truths.push(settled ? heard : note(about, 'truth', assertion(part, right), about));
  });
  for (const part of claim.parts ?? []) {
    // What others rest on is not the check of the prefactor, which may take long.
    if (part.judges === undefined || (part.judges === 'prefactor' && !fully)) continue;
    const heard = note(part.says, part.judges, assertion(part, printed), part.says);
    if (part.judges !== 'outside' && part.judges !== 'prefactor') truths.push(heard);
  }
  return {
    step,
    ...(stepReason ? { stepReason } : {}),
    truth: worst(truths),
    evidence,
    settled: { step: settledBy([...steps, ...asPrinted]), truth: settledBy(truths) },
    question,
  };
};

const notEntered: Finding = {
  outcome: 'undecided',
  by: 'enclosure',
  points: 0,
  discarded: 0,
  detail: 'it speaks of a claim that is not entered yet',
};
