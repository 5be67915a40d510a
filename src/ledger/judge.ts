import { type Claim, judgedFormula, type Part, type Premises } from '../claim/claim.ts';
import { decide } from '../evidence/decide.ts';
import { commonFactor } from '../evidence/factor.ts';
import type { Effort, Finding } from '../evidence/finding.ts';
import { type Expr, num } from '../formula/expression.ts';
import { isConstant, key, scaled } from '../formula/substitute.ts';
import { latex } from '../meaning/latex.ts';
import { evaluate } from '../meaning/value.ts';
import { dyadics } from '../number/dyadic.ts';
import { rational } from '../number/rational.ts';
import { ancestors, type Book, entered, premisesOf, printedFormula, relationOf, rowOf } from './book.ts';
import { type Corrections, sameFormula } from './corrections.ts';

export type Outcome = Finding['outcome'];

/** A finding with what it was about. */
export interface Evidence extends Finding {
  readonly about: string;
  readonly judges: 'step' | 'truth' | 'form' | 'outside' | 'instead';
}

export interface Inherited {
  readonly id: string;
  readonly effect: string;
  /** Whether the claim is right once this is put right: then nothing is charged to the claim itself. */
  readonly mends: boolean;
}

/** What was found out about one claim, before it is given a verdict. */
export interface Judgement {
  readonly step: Outcome | 'none';
  readonly stepReason?: string;
  readonly truth: Outcome | 'none';
  readonly evidence: readonly Evidence[];
  readonly question: boolean;
}

const worst = (outcomes: readonly Outcome[]): Outcome | 'none' => {
  if (outcomes.length === 0) return 'none';
  if (outcomes.includes('fails')) return 'fails';
  return outcomes.includes('undecided') ? 'undecided' : 'holds';
};

/** An assertion fails only if it fails under every reading of the text. */
const underAllReadings = (
  first: Finding,
  others: () => readonly Finding[],
): { readonly finding: Finding; readonly question: boolean } => {
  if (first.outcome !== 'fails') return { finding: first, question: false };
  const rest = others();
  return rest.every((finding) => finding.outcome === 'fails')
    ? { finding: first, question: false }
    : {
        finding: {
          ...first,
          outcome: 'undecided',
          detail: 'it fails as read here and holds under another reading of the text',
        },
        question: true,
      };
};

const quickly = (effort: Effort): Effort => ({ ...effort, points: Math.min(effort.points, 40), quick: true });

export const judge = (book: Book, corrections: Corrections, claim: Claim, effort: Effort): Judgement => {
  const row = rowOf(book, claim.id);
  const own = { ...effort, label: claim.id };
  const missing = row.from.filter((id) => !entered(book, id));
  const printedPremises = premisesOf(book, claim, (id) => printedFormula(book, id));
  // A sentence about an equation is about the equation as it stands, its own formula included.
  const under = (lookup: (id: string) => Expr): Premises =>
    premisesOf(book, claim, (id) => (id === claim.id ? printedFormula(book, id) : lookup(id)));
  const rightPremises = under(corrections.corrected);
  const evidence: Evidence[] = [];
  let question = false;
  const note = (about: string, judges: Evidence['judges'], finding: Finding): Outcome => {
    evidence.push({ about, judges, ...finding });
    return finding.outcome;
  };
  const decidePart = (part: Part, premises: Premises): Finding => {
    const found = underAllReadings(decide(part.relation(premises), part.domain, own), () =>
      (part.otherReadings?.(premises) ?? [])
        .map((reading) => decide(reading, part.domain, own))
        .concat(part.otherReadings ? [] : [{ outcome: 'fails', by: 'enclosure', points: 0, discarded: 0 }]),
    );
    question ||= found.question;
    return found.finding;
  };
  const decidePrinted = (derived: ReturnType<NonNullable<Claim['step']>>, premises: Premises): Finding => {
    const relation = relationOf(claim, judgedFormula(claim), derived, premises);
    const found = underAllReadings(decide(relation, claim.domain, own), () =>
      (claim.text.readings ?? [])
        .flatMap(({ formula }) =>
          formula ? [decide(relationOf(claim, formula, derived, premises), claim.domain, own)] : [],
        )
        .concat([]),
    );
    const readings = (claim.text.readings ?? []).some(({ formula }) => formula);
    question ||= readings && found.question;
    return readings ? found.finding : decide(relation, claim.domain, own);
  };

  // The step from the premises as printed.
  const steps: Outcome[] = [];
  const reachable = missing.length === 0;
  const mainParts = (claim.parts ?? []).filter((part) => part.judges === undefined);
  if (claim.step) {
    const present = missing.every((id) => !entered(book, id)) && safe(() => claim.step?.(printedPremises));
    if (present)
      steps.push(
        note(
          'the printed equation against what follows from its premises as printed',
          'step',
          decidePrinted(present, printedPremises),
        ),
      );
  }
  for (const part of mainParts) steps.push(note(part.says, 'step', decidePart(part, printedPremises)));
  const stepFound = worst(steps);
  const givesOnly = steps.length === 0 && (row.kind === 'definition' || row.kind === 'model');
  const step: Judgement['step'] =
    row.from.length === 0 || givesOnly
      ? 'none'
      : !reachable
        ? 'undecided'
        : stepFound === 'none'
          ? 'undecided'
          : stepFound;
  const stepReason = !reachable
    ? `${missing.join(', ')} not entered yet`
    : stepFound === 'none' && !givesOnly && row.from.length > 0
      ? (claim.undecided ?? 'nothing to follow')
      : undefined;

  // The truth of the statement: against the reference implementation, or what follows from premises put right.
  const truths: Outcome[] = [];
  if (claim.quantity)
    truths.push(
      note(
        `the printed equation against the reference implementation's ${claim.quantity}`,
        'truth',
        decidePrinted(book.quantity(claim.quantity), rightPremises),
      ),
    );
  else if (claim.step && reachable) {
    const changed = row.from.some(
      (id) => usesFormula(book, id) && !sameFormula(printedFormula(book, id), corrections.corrected(id)),
    );
    if (changed)
      truths.push(
        note(
          'the printed equation against what follows from its premises put right',
          'truth',
          decidePrinted(claim.step(rightPremises), rightPremises),
        ),
      );
    else truths.push(...steps.slice(0, 1));
  }
  const premisesChanged = row.from.some(
    (id) => usesFormula(book, id) && !sameFormula(printedFormula(book, id), corrections.corrected(id)),
  );
  for (const [index, part] of mainParts.entries()) {
    const printed = steps[claim.step && steps.length > mainParts.length ? index + 1 : index] as Outcome;
    truths.push(printed);
    if (premisesChanged && printed !== 'fails')
      truths.push(note(`${part.says} (premises put right)`, 'truth', decidePart(part, rightPremises)));
  }
  for (const part of claim.parts ?? []) {
    if (part.judges === 'form') {
      const outcome = note(part.says, 'form', decidePart(part, printedPremises));
      truths.push(outcome);
    }
    if (part.judges === 'outside') note(part.says, 'outside', decidePart(part, printedPremises));
  }
  const truth = worst(truths);

  return { step, ...(stepReason ? { stepReason } : {}), truth, evidence, question };
};

/** Direct premises that are undecided themselves and on whose size the claim rests: twice as large, they would make it fail. */
export const restsOn = (
  book: Book,
  corrections: Corrections,
  claim: Claim,
  effort: Effort,
  undecided: ReadonlySet<string>,
): readonly string[] => {
  const row = rowOf(book, claim.id);
  if (!claim.step || row.from.some((id) => !entered(book, id))) return [];
  const doubled = (id: string): Premises =>
    premisesOf(book, claim, (of) =>
      of === id ? scaled(num(2), corrections.corrected(of)) : corrections.corrected(of),
    );
  return row.from.filter((id) => {
    if (!undecided.has(id) || !usesFormula(book, id)) return false;
    const premises = doubled(id);
    const relation = relationOf(
      claim,
      rightForm(corrections, claim),
      (claim.step as NonNullable<Claim['step']>)(premises),
      premises,
    );
    return decide(relation, claim.domain, quickly({ ...effort, label: claim.id })).outcome !== 'holds';
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
    const uses = usesFormula(book, claim.id) && claim.step && corrections.dependsOn(claim.id, wrong);
    return uses
      ? [{ id: wrong, effect: 'it is made of it; what the right form makes of it is not computed yet', mends: false }]
      : direct(wrong);
  });
  function direct(wrong: string): readonly Inherited[] {
    const left = usesFormula(book, wrong) ? corrections.except(wrong) : corrections.corrected;
    const effect =
      formulaEffect(claim, left, corrections, book) ??
      partsEffect(parts, under(left), under(corrections.corrected), quickly({ ...effort, label: claim.id }));
    return effect ? [{ id: wrong, ...effect }] : [];
  }
};

/** The judged formula with its error put right: where a claim passes on another formula than it prints, the printed one. */
export const rightForm = (corrections: Corrections, claim: Claim): Expr =>
  claim.formula && claim.printed ? claim.printed.right : corrections.corrected(claim.id);

const usesFormula = (book: Book, id: string): boolean => {
  const claim = book.claims.get(id);
  return Boolean(claim && (claim.formula ?? claim.printed));
};

/** A step can be asked for a premise that is not entered yet: then there is nothing to compare. */
const safe = <T>(f: () => T): T | undefined => {
  try {
    return f();
  } catch (error) {
    if (error instanceof ReferenceError && /to be entered/.test(error.message)) return undefined;
    throw error;
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
const verb: Record<Outcome, string> = { holds: 'holds', fails: 'fails', undecided: 'is undecided' };
