import type { Expr } from '../formula/expression.ts';
import type { Rational } from '../number/rational.ts';

/** A pair of exact numbers between which the true one lies. */
export type Ends = readonly [Rational, Rational];

/** A point at which a relation fails, with both sides there. */
export interface Counterexample {
  readonly at: Readonly<Record<string, string>>;
  readonly left: string;
  readonly right: string;
}

/** right = factor x left, wherever it was looked at. */
export interface Factor {
  readonly formula: Expr;
  readonly text: string;
}

/** What an experiment gave where it disagrees most, in units of what it can tell, with what was to be found there. */
export interface Measured {
  readonly estimator: string;
  readonly at: Readonly<Record<string, string>>;
  readonly value: string;
  readonly expected: string;
  /** One standard error of the value; 0 where nothing is drawn. */
  readonly standardError: string;
  /** A bound on what the value is off by for other reasons. */
  readonly bias: string;
  /** Replicates, and spins in all of them; or states that were followed. */
  readonly size: string;
  /** The factor that would lie beyond six standard errors and the bias. */
  readonly tells: string;
}

/** What one kind of evidence found out about one relation. */
export interface Finding {
  readonly outcome: 'holds' | 'fails' | 'undecided';
  readonly by: 'enclosure' | 'limit' | 'value' | 'dimension' | 'dynamics' | 'sampling';
  /** Exact points at which it was decided, and those that could not be decided or lay outside the hypotheses. */
  readonly points: number;
  readonly discarded: number;
  /** Largest relative width of the enclosures that were compared: what a difference must exceed to be seen. */
  readonly resolution?: string;
  readonly counterexample?: Counterexample;
  readonly factor?: Factor;
  /** right/left - 1 = coefficient x epsilon^order + ..., the coefficient where it is the same everywhere. */
  readonly error?: { readonly order: number; readonly coefficient: string };
  readonly detail?: string;
  readonly measured?: Measured;
}

/** How hard to look: points to sample, and the seed and label from which they are drawn. */
export interface Effort {
  readonly points: number;
  readonly seed: number;
  readonly label: string;
  /** Random glasses to draw where a relation asks for them; as few as can be by default. */
  readonly glasses?: number;
  /** Only whether it fails is asked: stop at the first failure and look for no simpler one. */
  readonly quick?: boolean;
}
