/** Asks the kernel about 100,000 false statements and stores what it said: npm run test:long. */
import { fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { addCounts, type Counts, noCounts, type TestName, testNames } from '../kernel/identities/block.ts';
import { blocks, seed, type Trust, trustFile } from './trust.ts';
import type { Task } from './worker.ts';

const tasks: readonly Task[] = Array.from({ length: blocks }, (_, block) =>
  testNames.map((family) => ({ seed, family, block })),
).flat();
const found = new Map<Task, Counts>();
const faults: string[] = [];

/** One process that works through the tasks that are left. Sums do not depend on who ran what. */
const work = (queue: Iterator<Task>): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL('./worker.ts', import.meta.url)));
    let task: Task | undefined;
    const next = (): void => {
      const { value, done } = queue.next();
      task = done ? undefined : (value as Task);
      if (task) child.send(task);
      else {
        child.disconnect();
        resolve();
      }
    };
    child.on('message', (answer: { readonly counts: Counts } | { readonly fault: string }) => {
      if ('fault' in answer) faults.push(`${task?.family} ${task?.block}: ${answer.fault}`);
      else found.set(task as Task, answer.counts);
      if (found.size % 100 === 0) process.stderr.write(`${found.size} of ${tasks.length} blocks\n`);
      next();
    });
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code !== 0) reject(new Error(`a worker ended with code ${code} in ${task?.family} ${task?.block}`));
    });
    next();
  });

const queue = tasks[Symbol.iterator]();
await Promise.all(Array.from({ length: availableParallelism() }, () => work(queue)));
if (faults.length > 0) {
  process.stderr.write(`${faults.join('\n')}\n`);
  process.exit(1);
}

const countsOf = (wanted: (task: Task) => boolean): Counts =>
  tasks.filter(wanted).reduce((sum, task) => addCounts(sum, found.get(task) as Counts), noCounts());
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
writeFileSync(trustFile, `${JSON.stringify(trust, null, 2)}\n`);
process.stdout.write(`${trust.total.false.made} false statements, ${trust.total.false.accepted} of them accepted\n`);
