/**
 * npm run test:long: asks the kernel about 100,000 false statements and random glasses about every formula that is held
 * against them, and stores what they said. One of the two alone: tsx test/long/run.ts kernel, or glasses.
 */
import { writeFileSync } from 'node:fs';
import { type Batch, batchesOf, nameOf, provide } from '../../src/evidence/drawn.ts';
import { drawnFor } from '../../src/evidence/sampling.ts';
import type { Row } from '../../src/theory/glass-settings.ts';
import { meanAndError } from '../../src/theory/glass-statistics.ts';
import { addCounts, type Counts, noCounts, type TestName, testNames } from '../kernel/identities/block.ts';
import type { Task } from './kernel-worker.ts';
import { inProcesses } from './processes.ts';
import * as glass from './sampling.ts';
import { blocks, seed, type Trust, trustFile } from './trust.ts';

const write = (file: string, content: object): void => writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);

const kernel = async (): Promise<void> => {
  const tasks: readonly Task[] = Array.from({ length: blocks }, (_, block) =>
    testNames.map((family) => ({ seed, family, block })),
  ).flat();
  const counts = await inProcesses<Task, Counts>(
    new URL('./kernel-worker.ts', import.meta.url),
    tasks,
    ({ family, block }) => `${family} ${block}`,
  );
  const countsOf = (wanted: (task: Task) => boolean): Counts =>
    counts.filter((_, index) => wanted(tasks[index] as Task)).reduce(addCounts, noCounts());
  const families = Object.fromEntries(
    testNames.map((family) => [
      family,
      {
        ...countsOf((task) => task.family === family),
        first: countsOf((task) => task.family === family && task.block === 0),
      },
    ]),
  ) as Readonly<Record<TestName, Counts & { readonly first: Counts }>>;
  const trust: Trust = { seed, blocks, total: countsOf(() => true), families };
  write(trustFile, trust);
  process.stdout.write(`${trust.total.false.made} false statements, ${trust.total.false.accepted} of them accepted\n`);
};

const glasses = async (): Promise<void> => {
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
  write(glass.samplingFile, sampling);
  const refused = lines.filter(
    ({ outcome, planted }) => outcome === 'holds' && planted.more === 'fails' && planted.less === 'fails',
  );
  const holding = lines.filter(({ outcome }) => outcome === 'holds');
  process.stdout.write(
    `${refused.length} of ${holding.length} formulas that hold are refused with a factor planted in them\n`,
  );
};

const parts = { kernel, glasses };
const wanted = process.argv.slice(2);
for (const [name, part] of Object.entries(parts)) if (wanted.length === 0 || wanted.includes(name)) await part();
