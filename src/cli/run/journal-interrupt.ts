import type { Journal } from './journal.ts';

/** Signals that end a run from outside, with the exit codes that shells give them: Ctrl-C, and a scheduler's warning. */
const signals = [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const;

/** What is kept of a run that is interrupted, and how to go on. */
const kept = ({ file, done }: Journal, units: number): string =>
  file === undefined
    ? `interrupted after ${done.size} of ${units} units; with --state FILE they would be kept`
    : `interrupted: ${done.size} of ${units} units are kept in ${file}, and the same command goes on from there`;

/**
 * Until the function that it returns is called, Ctrl-C ends the program with one sentence that says what is kept, after
 * `before()`, and with exit code 130 (SIGTERM: 143). The file of a journal has each unit as soon as it is recorded, so
 * that there is nothing to save. A program that computes must let the loop of events turn between units, or it does not
 * hear.
 */
export const whenInterrupted = (journal: Journal, units: number, before: () => void): (() => void) => {
  const handlers = signals.map(([signal, code]) => {
    const handler = (): void => {
      before();
      process.stderr.write(`tripleflip: ${kept(journal, units)}\n`);
      process.exit(code);
    };
    process.on(signal, handler);
    return () => process.removeListener(signal, handler);
  });
  return () => {
    for (const remove of handlers) remove();
  };
};
