import { availableParallelism } from 'node:os';
import { batchesOf, nameOf } from '../evidence/drawn.ts';
import { corrections } from '../ledger/corrections.ts';
import { drawingsOf } from '../ledger/drawings.ts';
import { type Examination, examine, type Settings } from '../ledger/examine.ts';
import { neededFor } from '../ledger/ledger.ts';
import type { Row } from '../theory/glass-settings.ts';
import { meanAndError } from '../theory/glass-statistics.ts';
import { book } from './book.ts';
import { progressBar } from './progress.ts';
import type { Task } from './worker.ts';

/** Below this many claims a pool of threads takes longer to start than it saves. */
const worthThreads = 8;

/**
 * Finds out about every claim that the wanted ones need, on as many threads as there are cores. What is found does not
 * depend on how many.
 */
export const examineAll = async (
  wanted: readonly string[] | undefined,
  settings: Settings,
): Promise<ReadonlyMap<string, Examination>> => {
  const ids = neededFor(book, wanted);
  const isAsked = (id: string): boolean => wanted?.includes(id) ?? true;
  const needs = drawingsOf(book, ids, isAsked);
  const batches = needs.flatMap((name) => batchesOf(name, settings));
  const progress = await progressBar(ids.length + batches.length);
  const threads = Math.min(availableParallelism(), 8);
  try {
    if (threads < 2 || ids.length + batches.length < worthThreads) {
      const shared = corrections(book);
      const found = ids.map((id) => {
        const examination = examine(book, shared, id, settings, isAsked(id));
        progress.done(id);
        return [id, examination] as const;
      });
      return new Map(found);
    }
    const { Tinypool } = await import('tinypool');
    const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
    const pool = new Tinypool({
      filename: new URL(`./worker.${extension}`, import.meta.url).href,
      // tsx does not reach the threads of Node 20, but processes that inherit its --import.
      ...(extension === 'ts'
        ? ({ runtime: 'child_process', serialization: 'advanced' } as const)
        : ({ runtime: 'worker_threads' } as const)),
      minThreads: threads,
      maxThreads: threads,
    });
    const ask = async <T>(task: Task, what: string): Promise<T> => {
      const answer = (await pool.run(task)) as T;
      progress.done(what);
      return answer;
    };
    try {
      const rows = await Promise.all(
        batches.map(async (batch) => ({ batch, rows: await ask<readonly Row[]>({ draw: batch }, batch.name) })),
      );
      // In the order of their indices, whoever drew them.
      const provided = Object.fromEntries(
        needs.map((name) => [
          nameOf(name, settings),
          meanAndError(rows.filter(({ batch }) => batch.name === name).flatMap((one) => one.rows)),
        ]),
      );
      const found = await Promise.all(
        ids.map(async (id) => {
          const task = { examine: id, settings, fully: isAsked(id), provided };
          return [id, await ask<Examination>(task, id)] as const;
        }),
      );
      return new Map(found);
    } finally {
      await pool.destroy();
    }
  } finally {
    progress.stop();
  }
};
