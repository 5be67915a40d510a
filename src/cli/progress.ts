import type { Progress } from '../ledger/ledger.ts';

/** A bar on stderr while claims are decided; nothing where stderr is no terminal. */
export const progressBar = async (): Promise<{ readonly report: Progress; readonly stop: () => void }> => {
  if (!process.stderr.isTTY) return { report: () => {}, stop: () => {} };
  const { default: progress } = await import('cli-progress');
  const bar = new progress.SingleBar({ format: '{bar} {value}/{total} claims decided, now {claim}', stream: process.stderr, clearOnComplete: true, hideCursor: true });
  let started = false;
  return {
    report: ({ id }, done, of) => {
      if (!started) bar.start(of, 0, { claim: id });
      started = true;
      bar.update(done, { claim: id });
    },
    stop: () => bar.stop(),
  };
};
