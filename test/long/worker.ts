/** Runs the blocks that it is sent and sends back what became of them. */
import { runBlock, type TestName } from '../kernel/identities/block.ts';

export interface Task {
  readonly seed: number;
  readonly family: TestName;
  readonly block: number;
}

process.on('message', ({ seed, family, block }: Task) => {
  try {
    process.send?.({ counts: runBlock(seed, family, block) });
  } catch (error) {
    process.send?.({ fault: (error as Error).message });
  }
});
