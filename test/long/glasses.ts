import { type Batch, batchesOf, nameOf, provide } from '../../src/evidence/drawn.ts';
import { drawnFor } from '../../src/evidence/sampling.ts';
import type { Row } from '../../src/theory/glass-settings.ts';
import { meanAndError } from '../../src/theory/glass-statistics.ts';
import { inProcesses, store } from './processes.ts';
import * as glass from './sampling.ts';

/** Holds random glasses against every formula that is held against them, and against those with a factor planted. */
export const holdAgainstGlasses = async (): Promise<void> => {
  const effort = { seed: glass.seed, glasses: glass.glasses };
  const held = glass.heldAgainstGlasses;
  const needs = [...new Set(held.flatMap(({ relation }) => drawnFor(relation.experiment)))];
  for (const name of needs) {
    const rows = await inProcesses<Batch, readonly Row[]>(
      new URL('./glass-worker.ts', import.meta.url),
      batchesOf(name, effort),
      ({ first }) => `${name} ${first}`,
    );
    provide({ [nameOf(name, effort)]: meanAndError(rows.flat()) });
  }
  const lines = held.map(glass.lineOf);
  const sampling: glass.Sampling = { ...effort, lines };
  store(glass.samplingFile, sampling);
  const refused = lines.filter(
    ({ outcome, planted }) => outcome === 'holds' && planted.more === 'fails' && planted.less === 'fails',
  );
  const holding = lines.filter(({ outcome }) => outcome === 'holds');
  process.stdout.write(
    `${refused.length} of ${holding.length} formulas that hold are refused with a factor planted in them\n`,
  );
};
