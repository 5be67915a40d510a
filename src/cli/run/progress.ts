/** Shows how far long work has come. */
export interface ProgressBar {
  readonly done: (what: string) => void;
  readonly stop: () => void;
}

/** Where and when it is shown: stderr and the clock, unless a test gives others. */
export interface Shown {
  readonly stream: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>;
  /** Milliseconds. */
  readonly now: () => number;
}

/** Milliseconds between two lines where there is no terminal: short runs show none, and logs of long ones stay short. */
const between = 30_000;

const lines = (total: number, before: number, { stream, now }: Shown): ProgressBar => {
  const start = now();
  let last = start;
  let count = before;
  return {
    done: (what) => {
      count += 1;
      const at = now();
      if (at - last < between || count === total) return;
      last = at;
      stream.write(`tripleflip: ${count} of ${total} done after ${Math.round((at - start) / 1000)} s, last ${what}\n`);
    },
    stop: () => {},
  };
};

/**
 * A bar on stderr; where stderr is no terminal, as in the log of a batch job, a plain line every half minute.
 * `before` of the total were done in earlier runs.
 */
export const progressBar = async (
  total: number,
  before = 0,
  shown: Shown = { stream: process.stderr, now: () => performance.now() },
): Promise<ProgressBar> => {
  if (!shown.stream.isTTY) return lines(total, before, shown);
  const { default: progress } = await import('cli-progress');
  const bar = new progress.SingleBar({
    format: '{bar} {value}/{total} done, last {what}',
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
    // Whoever interrupts is told what is kept, and the bar is stopped there.
    gracefulExit: false,
  });
  bar.start(total, before, { what: '-' });
  return { done: (what) => bar.increment(1, { what }), stop: () => bar.stop() };
};
