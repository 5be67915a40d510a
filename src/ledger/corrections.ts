import { type Claim, judgedFormula } from '../claim/claim.ts';
import { decide } from '../evidence/decide.ts';
import { commonFactor } from '../evidence/factor.ts';
import type { Factor, Finding } from '../evidence/finding.ts';
import { div, type Expr, num } from '../formula/expression.ts';
import { isConstant, key, scaled } from '../formula/substitute.ts';
import { evaluate } from '../meaning/value.ts';
import { dyadics } from '../number/dyadic.ts';
import { type Book, entered, orMissing, premisesOf, printedFormula, relationOf, rowOf } from './book.ts';

/**
 * The formulas of the paper with its errors put right, and with all but one put right: recomputed step by step from
 * what each claim follows from. What a claim inherits is where the two differ.
 */
export interface Corrections {
  /** The formula of a claim when every premise is right, as a factor times the printed one where a factor says it. */
  readonly corrected: (id: string) => Expr;
  /** What is printed on the right with its error put right: not the same where a claim passes on another formula. */
  readonly correctedPrint: (claim: Claim) => Expr;
  /** The same with the one claim left as printed. */
  readonly except: (wrong: string) => (id: string) => Expr;
  /** Whether a claim is made of the formula of another. */
  readonly dependsOn: (id: string, on: string) => boolean;
  /** How the printed formula compares with what follows from right premises. */
  readonly finding: (id: string) => Finding | undefined;
}

/** Few points suffice to recognise a factor; that the factor holds everywhere is decided where the claim is judged. */
const effort = { points: 24, seed: 1, label: 'correction' } as const;

/** 1 over a constant. */
const inverse = ({ formula }: Factor): Expr => {
  const a = dyadics(40);
  const ends = a.ends(a.div(a.rational({ numerator: 1n, denominator: 1n }), evaluate(formula)(a, new Map())));
  return commonFactor([ends])?.formula ?? div(num(1), formula);
};

/** The constants of a product as one factor in front. */
const tidy = (formula: Expr): Expr => {
  const flat = (node: Expr): readonly Expr[] => (node.kind === 'product' ? node.factors.flatMap(flat) : [node]);
  const factors = flat(formula);
  const [constants, rest] = [factors.filter(isConstant), factors.filter((factor) => !isConstant(factor))];
  if (constants.length < 2) return formula;
  const a = dyadics(40);
  const size = constants.map((constant) => evaluate(constant)(a, new Map())).reduce((x, y) => a.mul(x, y));
  const factor = commonFactor([a.ends(size)]);
  if (!factor) return formula;
  return scaled(factor.formula, rest.length === 1 ? (rest[0] as Expr) : { kind: 'product', factors: rest });
};

/** The formula of which a multiple by the factor is printed. */
const mend = (factor: Factor, printed: Expr): Expr => tidy(scaled(inverse(factor), printed));

const chain = (book: Book, left?: string) => {
  const formulas = new Map<string, Expr>();
  const findings = new Map<string, Finding | undefined>();
  const compare = (claim: Claim): Finding | undefined => {
    if (!claim.step || rowOf(book, claim.id).from.some((id) => !entered(book, id))) return undefined;
    const premises = premisesOf(book, claim, formula);
    return decide(relationOf(claim, judgedFormula(claim), claim.step(premises), premises), claim.domain, effort);
  };
  /** Whether a claim without a step fails by itself: its parts say so. */
  const failsByItself = (claim: Claim): boolean =>
    !claim.step &&
    (claim.parts ?? []).some(
      (part) =>
        part.judges === undefined &&
        decide(part.relation(premisesOf(book, claim, (id) => printedFormula(book, id))), part.domain, effort)
          .outcome === 'fails',
    );
  const formula = (id: string): Expr => {
    const known = formulas.get(id);
    if (known) return known;
    const printed = printedFormula(book, id);
    const claim = book.claims.get(id) as Claim;
    const found = ((): Expr => {
      if (id === left) return printed;
      const finding = compare(claim);
      findings.set(id, finding);
      const instead = claim.instead?.formula;
      if (!finding) return instead && failsByItself(claim) ? instead : printed;
      if (finding.outcome !== 'fails') return printed;
      return finding.factor ? mend(finding.factor, printed) : (instead ?? printed);
    })();
    formulas.set(id, found);
    return found;
  };
  return { formula, findings };
};

export const corrections = (book: Book): Corrections => {
  const all = chain(book);
  const others = new Map<string, (id: string) => Expr>();
  const read = new Map<string, ReadonlySet<string>>();
  /** The claims whose formulas a claim is made of, directly or not: those that its step and assertions ask for. */
  const reads = (id: string): ReadonlySet<string> => {
    const known = read.get(id);
    if (known) return known;
    const claim = book.claims.get(id);
    const asked = new Set<string>();
    if (claim) {
      const premises = premisesOf(book, claim, (of) => {
        if (of !== id) asked.add(of);
        return printedFormula(book, of);
      });
      orMissing(() => claim.step?.(premises));
      for (const part of claim.parts ?? []) orMissing(() => part.relation(premises));
    }
    const all = new Set([...asked].flatMap((of) => [of, ...reads(of)]));
    read.set(id, all);
    return all;
  };
  return {
    corrected: all.formula,
    correctedPrint: (claim) => {
      const corrected = all.formula(claim.id);
      if (!claim.formula || !claim.printed) return corrected;
      const factor = all.findings.get(claim.id)?.factor;
      return factor ? mend(factor, claim.printed.right) : claim.printed.right;
    },
    except: (wrong) => {
      const known = others.get(wrong) ?? chain(book, wrong).formula;
      others.set(wrong, known);
      return known;
    },
    dependsOn: (id, on) => reads(id).has(on),
    finding: (id) => {
      all.formula(id);
      return all.findings.get(id);
    },
  };
};

export const sameFormula = (a: Expr, b: Expr): boolean => key(a) === key(b);
