import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Bytes up to which a file is read; of a larger one the size alone is looked at. */
const mostRead = 50e6;
/** What a program writes to is no part of it. */
const isLog = (word: string): boolean => /\.log$/i.test(word);

/** The size of a regular file; undefined where there is none. */
const sizeOf = (file: string): number | undefined => {
  try {
    const found = statSync(file, { throwIfNoEntry: false });
    return found?.isFile() ? found.size : undefined;
  } catch {
    return undefined;
  }
};

const digestOf = (file: string): string | undefined => {
  const size = sizeOf(file);
  if (size === undefined) return undefined;
  if (size > mostRead) return `${size} bytes`;
  try {
    return createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 12);
  } catch {
    // It may be run, but not read.
    return `${size} bytes`;
  }
};

/** Where the shell would find a program that is named without a folder. */
const inPath = (program: string): string =>
  program.includes('/')
    ? program
    : ((process.env.PATH ?? '')
        .split(delimiter)
        .map((folder) => join(folder, program))
        .find((file) => sizeOf(file) !== undefined) ?? program);

/**
 * Digests of the program and of all files that its command names, by the words of the command: an answer of one version
 * of a program says nothing about another one. Modules that it loads from elsewhere are not seen.
 */
export const filesOf = (command: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    command.flatMap((word, index) => {
      const digest = isLog(word) ? undefined : digestOf(index === 0 ? inPath(word) : word);
      return digest === undefined ? [] : [[`file ${word}`, digest] as const];
    }),
  );
