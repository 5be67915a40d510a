import { askBlock } from '../arb/block.ts';
import type { Reference } from '../arb/reference.ts';
import type { Tallies } from '../arb/tally.ts';
import { answerWith } from './processes.ts';

/** One block of enclosures to be judged. */
export interface Task {
  readonly reference: Reference;
  readonly seed: number;
  readonly block: number;
}

answerWith<Task, Tallies>(({ reference, seed, block }) => askBlock(reference, seed, block));
