import { type Claim, judgedFormula, type Part, type Premises } from '../claim/claim.ts';
import type { Side } from '../claim/relation.ts';
import { decide } from '../evidence/decide.ts';
import type { Effort, Finding } from '../evidence/finding.ts';
import { type Book, entered, orMissing, premisesOf, printedFormula, relationOf, rowOf, usesFormula } from './book.ts';
import { type Corrections, sameFormula } from './corrections.ts';

export type Outcome = Finding['outcome'];

/** A finding with what it was about. */
export interface Evidence extends Finding {
  readonly about: string;
  readonly judges: 'step' | 'truth' | 'form' | 'outside' | 'instead';
}

/** What was found out about one claim, before it is given a verdict. */
export interface Judgement {
  /** Whether it follows from its premises as printed; 'none' where there is nothing to follow from. */
  readonly step: Outcome | 'none';
  readonly stepReason?: string;
  /** Whether it is right; 'none' where no evidence speaks of it. */
  readonly truth: Outcome | 'none';
  readonly evidence: readonly Evidence[];
  /** It fails as the text is read here, and holds under another reading. */
  readonly question: boolean;
}

const worst = (outcomes: readonly Outcome[]): Outcome | 'none' => {
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
export const judge = (book: Book, corrections: Corrections, claim: Claim, effort: Effort): Judgement => {
  const row = rowOf(book, claim.id);
  const own = { ...effort, label: claim.id };
  const missing = row.from.filter((id) => !entered(book, id));
  const parts = (claim.parts ?? []).filter((part) => part.judges === undefined);
  const printed = premisesOf(book, claim, (id) => printedFormula(book, id));
  // A sentence about an equation is about the equation as it stands, its own formula included.
  const right = premisesOf(book, claim, (id) =>
    id === claim.id ? printedFormula(book, id) : corrections.corrected(id),
  );
  const changed = row.from.some(
    (id) => usesFormula(book, id) && !sameFormula(printedFormula(book, id), corrections.corrected(id)),
  );
  const evidence: Evidence[] = [];
  let question = false;
  const note = (about: string, judges: Evidence['judges'], read: Read): Outcome => {
    evidence.push({ about, judges, ...read.finding });
    question ||= read.question;
    return read.finding.outcome;
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
  const steps: Outcome[] = [];
  const derived = claim.step && orMissing(() => claim.step?.(printed));
  if (derived)
    steps.push(
      note(
        'the printed equation against what follows from its premises as printed',
        'step',
        equation(derived, printed),
      ),
    );
  const asPrinted = parts.map((part) => note(part.says, 'step', assertion(part, printed)));
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
  const truths: Outcome[] = [];
  if (claim.quantity)
    truths.push(
      note(
        `the printed equation against the reference implementation: ${claim.quantity}`,
        'truth',
        equation(book.quantity(claim.quantity), right),
      ),
    );
  else if (claim.step && missing.length === 0)
    truths.push(
      changed
        ? note(
            'the printed equation against what follows from its premises put right',
            'truth',
            equation(claim.step(right), right),
          )
        : (steps[0] as Outcome),
    );
  parts.forEach((part, index) => {
    const outcome = asPrinted[index] as Outcome;
    // A sentence speaks of its equations as they are printed; an equation is right or wrong whatever its premises are.
    const settled = !changed || (outcome === 'fails' && claim.role === 'sentence');
    truths.push(settled ? outcome : note(`${part.says} (premises put right)`, 'truth', assertion(part, right)));
  });
  for (const part of claim.parts ?? []) {
    if (part.judges === undefined) continue;
    const outcome = note(part.says, part.judges, assertion(part, printed));
    if (part.judges !== 'outside') truths.push(outcome);
  }
  return { step, ...(stepReason ? { stepReason } : {}), truth: worst(truths), evidence, question };
};

const notEntered: Finding = {
  outcome: 'undecided',
  by: 'enclosure',
  points: 0,
  discarded: 0,
  detail: 'it speaks of a claim that is not entered yet',
};
