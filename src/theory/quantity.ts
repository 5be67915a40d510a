import type { Hypothesis } from '../claim/domain.ts';
import type { Expr } from '../formula/expression.ts';
import type { Quotient, Truncated } from './population-integrals.ts';

/** What must be small beside what where a quantity is right only to leading order. */
export interface Regime {
  readonly small: Expr;
  readonly large: Expr;
  readonly says: string;
}

/** A quantity of the reference implementation, by the name that claims and commands use. */
export interface Quantity<N extends string = string> {
  readonly name: N;
  readonly formula: Expr;
  readonly unit: string;
  readonly domain: string;
  /** The equation of the paper that introduces it. */
  readonly equation: string;
  /** The claim that prints it, where it is the formula as printed. */
  readonly claim?: string;
  readonly limits: string;
  /** Whether it is a closed form of a quantity in its own right, or a limit that claims are held against. */
  readonly listed: boolean;
  /** How the paper writes it: the left side of the equations that speak of it. */
  readonly writes?: Expr;
  /** Where the formula holds, beyond the signs of its symbols. A symbol that only these hold need not be given. */
  readonly hypotheses: readonly Hypothesis[];
  readonly regimes: readonly Regime[];
  /** For an integral over a whole line: what is taken of it, and a bound of what lies beyond. */
  readonly overLine?: Truncated | Quotient;
  /** The same in closed form, where there is one beside the formula: its derivatives are those of the formula. */
  readonly closed?: Expr;
}

/** What is said of a quantity beside its name and formula. */
export type Said = Pick<Quantity, 'unit' | 'domain' | 'equation'> &
  Partial<Pick<Quantity, 'limits' | 'listed' | 'writes' | 'hypotheses' | 'regimes' | 'overLine' | 'closed'>>;

export const quantity = <const N extends string>(name: N, formula: Expr, said: Said): Quantity<N> => ({
  name,
  formula,
  limits: '',
  listed: false,
  hypotheses: [],
  regimes: [],
  ...said,
});
