import { closeSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import { UsageError } from '../usage.ts';
import { differenceOf, type Header, headerIn, headerLine, unitIn, unitLine } from './journal-lines.ts';

export type { Header } from './journal-lines.ts';

/** The units of a long run that are done, with their results. */
export interface Journal {
  /** Undefined where it is kept in memory only. */
  readonly file: string | undefined;
  /** All that is done, in this run and in those that it goes on from. */
  readonly done: ReadonlyMap<string, unknown>;
  /** Keeps the result of a unit: plain data (see `toJson`). When it returns, the file has it. */
  readonly record: (unit: string, result: unknown) => void;
  readonly close: () => void;
}

const cannot = (file: string, error: unknown): UsageError =>
  new UsageError(`expected to keep the state of the run in ${file}, but cannot: ${(error as Error).message}`);

/** The header of a state file, and what is done; lines that are torn or damaged count as not done. */
export const readState = (
  file: string,
  bytes: Buffer,
): { readonly header: Header; readonly done: Map<string, unknown> } => {
  const [first = '', ...lines] = bytes.toString('utf8').split('\n');
  const header = headerIn(first);
  if (!header) throw new UsageError(`expected ${file} to hold the state of a run of tripleflip, got something else`);
  return { header, done: new Map(lines.map(unitIn).filter((found) => found !== undefined)) };
};

/** A journal that ends with the program. */
export const inMemory = (): Journal => {
  const done = new Map<string, unknown>();
  return { file: undefined, done, record: (unit, result) => void done.set(unit, result), close: () => {} };
};

/**
 * The journal of a run in a file, one line for each unit, appended in one write as soon as the unit is done; without a
 * file in memory only. A file of the same run is gone on with: killed at any moment, it lacks at most the unit whose line
 * was being written. Throws a UsageError for a file of another run or of something else, which is left as it is.
 *
 * Nothing that is in the file is ever taken back, so that two runs at one file do work twice, but spoil nothing. A lock
 * would outlive a run that was killed, and the next one may be started on another machine.
 */
export const openJournal = (file: string | undefined, header: Header): Journal => {
  if (file === undefined) return inMemory();
  const first = headerLine(header);
  let descriptor: number;
  let bytes: Buffer;
  try {
    descriptor = openSync(file, 'a+');
    bytes = readFileSync(descriptor);
  } catch (error) {
    throw cannot(file, error);
  }
  const append = (text: string): void => {
    try {
      const all = Buffer.from(text);
      for (let written = 0; written < all.length; ) written += writeSync(descriptor, all, written);
    } catch (error) {
      throw cannot(file, error);
    }
  };
  const start = Buffer.from(first);
  let done = new Map<string, unknown>();
  // What ends before its first line does was this run, killed while it wrote it.
  if (bytes.length < start.length && start.subarray(0, bytes.length).equals(bytes)) {
    if (bytes.length > 0) ftruncateSync(descriptor, 0);
    append(first);
  } else {
    try {
      const found = readState(file, bytes);
      const difference = differenceOf(found.header, header);
      if (difference)
        throw new UsageError(
          `expected ${file} to hold the state of this run, got that of another (${difference} now): give another file, or the options of that run`,
        );
      done = found.done;
    } catch (error) {
      closeSync(descriptor);
      throw error;
    }
  }
  // A torn line is closed off, so that the next one starts where a line starts.
  let torn = bytes.length > start.length && bytes.at(-1) !== 0x0a;
  return {
    file,
    done,
    record: (unit, result) => {
      append(`${torn ? '\n' : ''}${unitLine(unit, result)}`);
      torn = false;
      done.set(unit, result);
    },
    close: () => closeSync(descriptor),
  };
};
