/** Shows how far long work has come. */
export interface ProgressBar {
  readonly done: (what: string) => void;
  readonly stop: () => void;
}

/** A bar on stderr; nothing where stderr is no terminal. */
export const progressBar = async (total: number): Promise<ProgressBar> => {
  if (!process.stderr.isTTY) return { done: () => {}, stop: () => {} };
  const { default: progress } = await import('cli-progress');
  const bar = new progress.SingleBar({
    format: '{bar} {value}/{total} claims examined, last {claim}',
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
  });
  bar.start(total, 0, { claim: '-' });
  return { done: (claim) => bar.increment(1, { claim }), stop: () => bar.stop() };
};
