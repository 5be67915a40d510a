import { addCounts, type Counts, noCounts, type TestName, testNames } from '../kernel/identities/block.ts';
import type { Task } from './kernel-worker.ts';
import { inProcesses, store } from './processes.ts';
import { blocks, seed, type Trust, trustFile } from './trust.ts';

/** Asks the kernel about 100,000 false statements, and true ones beside them, and stores what it said. */
export const askKernel = async (): Promise<void> => {
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
  store(trustFile, trust);
  process.stdout.write(`${trust.total.false.made} false statements, ${trust.total.false.accepted} of them accepted\n`);
};
