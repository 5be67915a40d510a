import type { ProgramFailed } from '../../foreign/program/program.ts';
import { type Shard, shownShard } from '../run/shard.ts';

const say = (sentence: string): void => void process.stderr.write(`tripleflip: ${sentence}\n`);

/** Where the answers of a run are kept, and how many of them there are. */
export interface Kept {
  readonly file: string;
  readonly shard?: Shard;
  /** Answers that were there when the run started. */
  readonly before: number;
  readonly now: number;
  /** All that the run asks for. */
  readonly all: number;
}

/** What the program did not do, and its last words. */
export const sayFailed = (failed: ProgramFailed): void => {
  const last = (what: string, text: string): string =>
    text.trim() === ''
      ? ''
      : `\n${what}:\n${text
          .trimEnd()
          .split('\n')
          .slice(-8)
          .map((line) => `  ${line}`)
          .join('\n')}`;
  say(
    `the program failed: ${failed.message}${last('it wrote last', failed.wroteLast)}${last('and on stderr', failed.complaint)}`,
  );
};

/** That answers were not asked for now. */
export const sayBefore = ({ file, before, all }: Kept): void => {
  if (before > 0) say(`${before} of ${all} answers are from ${file}`);
};

/** How far the run has come, where there is something left to do for the user. */
export const sayKept = ({ file, shard, now, all }: Kept, isDone: boolean): void => {
  const name = shard ? `shard ${shownShard(shard)} ` : '';
  if (!isDone)
    say(
      `${name === '' ? '' : `${name}is not done: `}${now} of ${all} answers are kept in ${file}, and the same command goes on from there`,
    );
  else if (shard) say(`${name}is done, ${all} answers in ${file}; when all ${shard[1]} are: tripleflip merge FILES`);
};
