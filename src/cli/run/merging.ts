import type { VerdictOptions } from '../verify/verdicts.ts';
import type { Run, UnitsOf } from './journal-shards.ts';

/** What shapes the output, whatever the command. */
export interface MergeOptions extends VerdictOptions {
  /** The folder that vectors are written to. */
  readonly out?: string;
}

/** How the shards of a command become its output. */
export interface Merging {
  readonly unitsOf?: UnitsOf;
  /** Prints what the command prints when it does all the work itself; its exit code. */
  readonly finish: (run: Run, options: MergeOptions) => Promise<number>;
}
