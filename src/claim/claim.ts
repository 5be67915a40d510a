import type { Expr } from '../formula/expression.ts';
import type { Domain } from './domain.ts';
import type { Relation, Side, Small } from './relation.ts';

/** How much of the printed text is certain, and what else it may say. */
export interface Text {
  readonly status: 'clean' | 'reconstructed' | 'ambiguous';
  readonly readings?: readonly { readonly says: string; readonly formula?: Expr }[];
}

/** The formulas of the claims that a claim follows from, by id. Asking for any other claim throws. */
export type Premises = Readonly<Record<string, Expr>>;

/** One assertion of a claim, as a relation between the formulas that it speaks of. */
export interface Part {
  readonly says: string;
  readonly domain: Domain;
  readonly relation: (premises: Premises) => Relation;
  /** The same assertion under the other readings of the text; it is refuted only if all of them fail. */
  readonly otherReadings?: (premises: Premises) => readonly Relation[];
  /**
   * 'form': two printed forms of one thing agree, whatever is true. 'outside': lies outside the claim's condition and
   * must fail there. 'truth': whether it is right, not whether it follows. 'prefactor': the check of the prefactor
   * against exact dynamics. Otherwise the assertion is part of the claim.
   */
  readonly judges?: 'form' | 'outside' | 'truth' | 'prefactor';
}

/** A claim of the paper, as printed. */
export interface Claim {
  readonly id: string;
  readonly text: Text;
  /** The printed equation. */
  readonly printed?: { readonly left?: Expr; readonly is: '=' | '\\approx' | '\\to'; readonly right: Expr };
  /** What later claims use of it; the right side of the printed equation unless said otherwise. */
  readonly formula?: Expr;
  readonly domain: Domain;
  /** An approximation: what goes to 0. Without it the equation is exact. */
  readonly small?: Small;
  /** An expansion "and so on": the order up to which its terms are printed. */
  readonly through?: number;
  /** What follows from the premises for the quantity on the left. */
  readonly step?: (premises: Premises) => Side;
  /** How the printed formula is held against what follows, where it is not by plain equality or the limit of `small`. */
  readonly relate?: (printed: Expr, derived: Side, premises: Premises) => Relation;
  /** The quantity of the reference implementation that the right side is said to be. */
  readonly quantity?: string;
  /** Assertions beside the printed equation, or in its place. */
  readonly parts?: readonly Part[];
  /** Quantities of the reference implementation that take the place of the right side in other editions, by edition. */
  readonly editions?: Readonly<Record<string, string>>;
  /**
   * What is right instead, where a factor does not say it. What that makes of the claims that follow may be given by an
   * edition of the quantities that they speak of.
   */
  readonly instead?: {
    readonly says: string;
    readonly formula?: Expr;
    readonly parts?: readonly Part[];
    readonly edition?: string;
  };
  /** A condition under which the claim is true, with where it fails outside. */
  readonly condition?: string;
  /** What keeps it from being decided, and what evidence would decide it. */
  readonly undecided?: string;
  /** Of a flow with populations: whose energy it changes. */
  readonly into?: 'nuclei' | 'electrons';
  /** What kind of thing the formula is: which checks it meets. */
  readonly role: 'rate' | 'flow' | 'density' | 'number' | 'symbol' | 'sentence';
}

/** The formula that is held against what follows: the right side of the printed equation. */
export const judgedFormula = (claim: Claim): Expr => claim.printed?.right ?? formulaOf(claim);

/** The formula that later claims use. Throws a TypeError where the claim has none. */
export const formulaOf = (claim: Claim): Expr => {
  const formula = claim.formula ?? claim.printed?.right;
  if (!formula) throw new TypeError(`${claim.id} has no formula that another claim could use`);
  return formula;
};
