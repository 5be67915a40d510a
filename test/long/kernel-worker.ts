import { type Counts, runBlock, type TestName } from '../kernel/identities/block.ts';
import { answerWith } from './processes.ts';

/** One block of statements for the kernel. */
export interface Task {
  readonly seed: number;
  readonly family: TestName;
  readonly block: number;
}

answerWith<Task, Counts>(({ seed, family, block }) => runBlock(seed, family, block));
