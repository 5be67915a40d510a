import { join } from 'node:path';
import { root } from '../child.ts';
import type { Counts, TestName } from '../kernel/identities/block.ts';

/** What proofs/trust.json holds: how the kernel did with statements of which it was known whether they are false. */
export interface Trust {
  readonly seed: number;
  readonly blocks: number;
  readonly total: Counts;
  /** `first` counts the first block alone, which the tests run again. */
  readonly families: Readonly<Record<TestName, Counts & { readonly first: Counts }>>;
}

export const trustFile = join(root, 'proofs', 'trust.json');
export const seed = 20240707;
/** Blocks of each family: with 12 families and 25 in a block 100,200 false statements. */
export const blocks = 334;
