import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';

/** A file whose default export does a task; `load` imports it. */
export interface WorkerFile<Task, Result> {
  /** Where it is, without its ending. */
  readonly url: URL;
  readonly load: () => Promise<{ readonly default: (task: Task) => Result }>;
}

export interface Workers<Task, Result> {
  /** Tasks are begun in the order in which they are given. */
  readonly run: (task: Task) => Promise<Result>;
  readonly end: () => Promise<void>;
}

/** More would take the machine from everybody else. */
const mostThreads = 8;

/** This thread: one task after the other, with a look at signals between them. */
const alone = async <Task, Result>({ load }: WorkerFile<Task, Result>): Promise<Workers<Task, Result>> => {
  const { default: work } = await load();
  let last: Promise<unknown> = Promise.resolve();
  let ended = false;
  return {
    run: (task) => {
      const next = last
        .then(() => setImmediate())
        .then(() => (ended ? Promise.reject(new Error('ended')) : work(task)));
      last = next;
      return next;
    },
    end: async () => {
      ended = true;
    },
  };
};

/** As many threads as there are cores where they are worth their start, or this one. */
export const workersFor = async <Task, Result>(
  file: WorkerFile<Task, Result>,
  areWorthIt: boolean,
): Promise<Workers<Task, Result>> => {
  const threads = Math.min(availableParallelism(), mostThreads);
  if (threads < 2 || !areWorthIt) return alone(file);
  const { Tinypool } = await import('tinypool');
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const pool = new Tinypool({
    filename: `${file.url.href}.${extension}`,
    // tsx does not reach the threads of Node 20, but processes that inherit its --import.
    ...(extension === 'ts'
      ? ({ runtime: 'child_process', serialization: 'advanced' } as const)
      : ({ runtime: 'worker_threads' } as const)),
    minThreads: threads,
    maxThreads: threads,
  });
  return { run: (task) => pool.run(task) as Promise<Result>, end: () => pool.destroy() };
};
