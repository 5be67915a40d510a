import { batchesOf, type DrawnName, nameOf } from '../../evidence/drawn.ts';
import { drawingsOf } from '../../ledger/drawings.ts';
import type { Examination } from '../../ledger/examine.ts';
import type { Row } from '../../theory/glass-settings.ts';
import { meanAndError } from '../../theory/glass-statistics.ts';
import { inMemory, type Journal } from '../run/journal.ts';
import { whenInterrupted } from '../run/journal-interrupt.ts';
import { progressBar } from '../run/progress.ts';
import { workersFor } from '../run/workers.ts';
import { book } from './book.ts';
import { isAsked, type Plan, unitOf } from './plan.ts';
import type { Task } from './worker.ts';

/** Below this many claims a pool of threads takes longer to start than it saves. */
const worthThreads = 8;

/** The examinations of a journal that holds them all. */
export const examinationsOf = (
  ids: readonly string[],
  done: ReadonlyMap<string, unknown>,
): ReadonlyMap<string, Examination> => new Map(ids.map((id) => [id, done.get(id) as Examination]));

/**
 * Does what is planned and not yet in the journal, on as many threads as there are cores. What is found does not depend
 * on how many, nor on what was there before.
 */
export const examineAll = async (
  { wanted, settings, ids, units }: Plan,
  journal: Journal = inMemory(),
): Promise<ReadonlyMap<string, Examination>> => {
  const left = ids.filter((id) => !journal.done.has(id));
  const needs: readonly DrawnName[] = drawingsOf(book, left, isAsked(wanted));
  const batches = needs.flatMap((name) => batchesOf(name, settings));
  const toDraw = batches.filter((batch) => !journal.done.has(unitOf(batch)));
  if (left.length === 0) return examinationsOf(ids, journal.done);
  const progress = await progressBar(units.length, units.length - left.length - toDraw.length);
  const afterwards = whenInterrupted(journal, units.length, progress.stop);
  try {
    const worker = { url: new URL('./worker', import.meta.url), load: () => import('./worker.ts') };
    const workers = await workersFor<Task, unknown>(worker, left.length + toDraw.length >= worthThreads);
    const ask = async (unit: string, task: Task): Promise<void> => {
      journal.record(unit, await workers.run(task));
      progress.done(unit);
    };
    try {
      await Promise.all(toDraw.map((batch) => ask(unitOf(batch), { draw: batch })));
      // In the order of their indices, whoever drew them.
      const provided = Object.fromEntries(
        needs.map((name) => [
          nameOf(name, settings),
          meanAndError(batchesOf(name, settings).flatMap((batch) => journal.done.get(unitOf(batch)) as readonly Row[])),
        ]),
      );
      await Promise.all(left.map((id) => ask(id, { examine: id, settings, fully: isAsked(wanted)(id), provided })));
      return examinationsOf(ids, journal.done);
    } finally {
      await workers.end();
    }
  } finally {
    progress.stop();
    afterwards();
  }
};
