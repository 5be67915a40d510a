import type { Effort } from './finding.ts';

/** A number that an experiment gives: its standard error where something is drawn, and a bound on any other error. */
export interface Result {
  readonly value: number;
  readonly standardError: number;
  readonly bias: number;
}

/** Everything that an experiment gives at one setting of its parameters. */
export interface Results {
  readonly of: Readonly<Record<string, Result>>;
  /** What was followed or drawn, in words. */
  readonly size: string;
}

/**
 * An experiment on a computer: exact time evolution of a few spins, or sums over random glasses. It shares nothing with
 * the formulas that are held against it.
 */
export interface Experiment {
  readonly name: string;
  readonly by: 'dynamics' | 'sampling';
  readonly estimator: string;
  /** The same parameters, glasses and seed give the same results. */
  readonly run: (at: Readonly<Record<string, number>>, effort: Effort) => Results;
}
