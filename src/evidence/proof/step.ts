import type { Expr, SymbolExpr } from '../../formula/expression.ts';
import type { Fact } from '../../kernel/kernel.ts';

/** A piece of a substitution: the old variable as a function of the new one, which runs between two values. */
export interface Piece {
  readonly at: Expr;
  readonly from: Expr;
  readonly to: Expr;
}

interface Stated {
  /** The formula that the step arrives at. */
  readonly to: Expr;
  /** The reason in words, where the name of the checker does not say it. */
  readonly why?: string;
}

/**
 * One step of a proof: what it arrives at and what has to be checked. A step is data; the checker of its name decides
 * whether it is right.
 */
export type Step =
  /** The printed formula of a premise, symbols in it given by other claims that it rests on. Stands first. */
  | ({ readonly by: 'premise'; readonly id: string; readonly given?: Readonly<Record<string, string>> } & Stated)
  /** The same by the kernel's normal form. Bound variables may be renamed, constant factors drawn in or out. */
  | ({ readonly by: 'identity' } & Stated)
  /** The two members that a sum over pairs runs over, exchanged under it: of a claim about integrands. */
  | ({ readonly by: 'renaming'; readonly names: Readonly<Record<string, Expr>> } & Stated)
  /** Every integral over the variable by a function whose derivative is the integrand, taken at the ends. */
  | ({ readonly by: 'primitive'; readonly variable: SymbolExpr; readonly primitive: Expr } & Stated)
  /** A new variable in every integral over the old one, on pieces on which the old one is monotonic in the new one. */
  | ({
      readonly by: 'substitution';
      readonly variable: SymbolExpr;
      readonly into: SymbolExpr;
      readonly pieces: readonly Piece[];
    } & Stated)
  /** Every integral over a delta function of its variable: the value of what multiplies it there. */
  | ({ readonly by: 'delta'; readonly variable: SymbolExpr } & Stated)
  /** The printed formula over the last one, for a small symbol: its limit, and the first error if it is claimed. */
  | ({
      readonly by: 'limit';
      readonly error?: { readonly order: number; readonly coefficient: Expr };
    } & Stated)
  /** A power series in the symbol that goes to 0, and what bounds the rest: |rest| <= bound small^(order + 1) up to `upTo`. */
  | ({
      readonly by: 'series';
      readonly small: SymbolExpr;
      readonly order: number;
      readonly upTo: Expr;
      readonly bound: Expr;
    } & Stated)
  /** What is to be shown positive written in another way, in which its sign can be read. */
  | ({ readonly by: 'sign' } & Stated)
  /** A function that starts at 0 or above and rises from there: its derivative, in a form in which its sign is read. */
  | ({ readonly by: 'monotonic'; readonly variable: SymbolExpr; readonly from: Expr } & Stated)
  /** Two cases, left < right and the opposite, each with a step of its own; `to` says where each of them arrives. */
  | ({
      readonly by: 'cases';
      readonly left: Expr;
      readonly right: Expr;
      readonly below: Step;
      readonly otherwise: Step;
    } & Stated)
  /** What is to be shown positive, after cancelling, enclosed over a whole box that is cut in pieces. */
  | ({ readonly by: 'bound'; readonly box: Readonly<Record<string, readonly [Expr, Expr]>> } & Stated);

/** Start and end of what a chain is about: what follows from the premises, and what is printed. */
export interface Ends {
  readonly start: Expr;
  readonly end: Expr;
}

/** A formula that is shown to be positive by one step, and then used. */
export interface Lemma {
  readonly positive: Expr;
  readonly by: Extract<Step, { by: 'sign' | 'monotonic' | 'bound' }>;
}

export type Steps = readonly Step[] | ((ends: Ends) => readonly Step[]);

/** What a claim's proof consists of: for each of its assertions a chain of steps. */
export interface Chain {
  /** The claim's step ("step"), its comparison with the reference implementation ("truth"), or the words of a part. */
  readonly about: string;
  readonly steps: Steps;
  /** Steps from the other side, where both are brought to the same form. */
  readonly other?: Steps;
  /** Of a refuted equation: printed = factor x right, exactly. */
  readonly factor?: Expr;
  /** Of a refuted equation: values of symbols with few values, at which it fails. */
  readonly at?: Readonly<Record<string, Expr>>;
  /** What is shown first: that formulas are positive. */
  readonly lemmas?: readonly Lemma[];
  /** Hypotheses that functions left open meet by what they are, beside those of the claim's domain. */
  readonly facts?: readonly Fact[];
}

/** The chains of one claim. */
export interface ClaimProof {
  readonly id: string;
  readonly chains: readonly Chain[];
}

/** Ends the name of a part that is judged from premises put right instead of as printed. */
export const putRight = ' (premises put right)';

/** The steps of a chain once it is known what it is about. */
export const stepsOf = (steps: Steps | undefined, ends: Ends): readonly Step[] =>
  typeof steps === 'function' ? steps(ends) : (steps ?? []);
