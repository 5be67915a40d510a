import { join } from 'node:path';
import { z } from 'zod';
import { doubles } from '../../src/oracle/double/doubles.ts';
import { root } from '../child.ts';
import type { Found } from './double-search.ts';
import type { Task } from './double-worker.ts';
import { inProcesses, store } from './processes.ts';

export const doubleFile = join(root, 'proofs', 'double.json');
export const seed = 20240914;
/** Parts for the two rates, of which each part of the code has its own form, and for every other quantity. */
const [manyParts, fewParts] = [40, 2];
const effort = { seed, points: 10_000, climb: 500, summits: 6 };

const count = z.int().nonnegative();
/** What proofs/double.json holds: for each quantity the greatest error found, in ulp, and the inputs where it is. */
export const doubleSchema = z.strictObject({
  seed: z.int(),
  quantities: z.record(
    z.string(),
    z.strictObject({
      /** Points at which the value was compared; outside the domain, where it was NaN. */
      points: count,
      outside: count,
      worst: z.string().regex(/^\d+\.\d{4}$/),
      /** Shortest decimals of the binary64 numbers, which they determine. */
      at: z.record(z.string(), z.string()),
    }),
  ),
});
export type WorstErrors = z.infer<typeof doubleSchema>;

/** Up to four decimals, upwards. */
const upwards = (x: number): string => (Math.ceil(x * 1e4) / 1e4).toFixed(4);

/** Searches all quantities for the inputs at which they err most, and stores what was found. */
export const searchDoubles = async (): Promise<void> => {
  const tasks: readonly Task[] = doubles.flatMap(({ name }) => {
    const parts = name === 'W_Z' || name === 'W_SS' ? manyParts : fewParts;
    return Array.from({ length: parts }, (_, part) => ({ ...effort, quantity: name, part }));
  });
  const nameOf = ({ quantity, part }: Task): string => `${quantity} ${part}`;
  const found = await inProcesses<Task, Found>(new URL('./double-worker.ts', import.meta.url), tasks, nameOf);
  const quantities = Object.fromEntries(
    doubles.map(({ name, parameters }) => {
      const own = found.filter((_, index) => tasks[index]?.quantity === name);
      const total = (what: 'points' | 'outside'): number => own.reduce((sum, one) => sum + one[what], 0);
      const top = own.reduce((a, b) => (b.worst > a.worst ? b : a));
      const at = Object.fromEntries(parameters.map((parameter, index) => [parameter, String(top.inputs[index])]));
      return [name, { points: total('points'), outside: total('outside'), worst: upwards(top.worst), at }];
    }),
  );
  const result: WorstErrors = { seed, quantities };
  store(doubleFile, result);
  const [name, { worst }] = Object.entries(result.quantities).reduce((a, b) =>
    Number(b[1].worst) > Number(a[1].worst) ? b : a,
  );
  const points = Object.values(result.quantities).reduce((sum, one) => sum + one.points, 0);
  process.stdout.write(`${points} values in binary64 compared, the worst by ${worst} ulp (${name})\n`);
};
