import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildReference } from '../arb/reference.ts';
import { addTallies, type Tallies } from '../arb/tally.ts';
import * as contained from './containment.ts';
import type { Task } from './containment-worker.ts';
import { inProcesses, store } from './processes.ts';

/** Asks Arb about a million enclosures and stores what it said. */
export const askArb = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'containment-'));
  try {
    const reference = buildReference(folder);
    const tasks = Array.from({ length: contained.blocks }, (_, block) => ({ reference, seed: contained.seed, block }));
    const worker = new URL('./containment-worker.ts', import.meta.url);
    const parts = await inProcesses<Task, Tallies>(worker, tasks, ({ block }) => `block ${block}`);
    const tallies: Tallies = {};
    for (const part of parts) addTallies(tallies, part);
    const found = Object.values(tallies).flatMap((of) => Object.values(of).flatMap((tally) => tally.found));
    for (const request of found.slice(0, 20)) process.stdout.write(`${request}\n`);
    const made = contained.summary(tallies, reference.versions);
    store(contained.containmentFile, made);
    process.stdout.write(`${made.total.made} enclosures, ${made.total.violations} of them without the truth\n`);
  } finally {
    rmSync(folder, { recursive: true });
  }
};
