import { createReadStream } from 'node:fs';
import { extname } from 'node:path';
import type { Readable } from 'node:stream';
import { UsageError } from './usage.ts';

/** One line of a file that holds something, numbered from 1. */
export interface Line {
  readonly number: number;
  readonly text: string;
}

export type Format = 'csv' | 'jsonl';
const extensions: Readonly<Record<string, Format>> = { '.csv': 'csv', '.jsonl': 'jsonl', '.ndjson': 'jsonl' };

/** Longer lines are no rows of parameters. */
const longest = 1_000_000;

/** The stream of a file, or of stdin for "-". */
export const open = (file: string): Readable => (file === '-' ? process.stdin : createReadStream(file));

/** The format that is asked for, or that the name of the file tells; undefined for stdin. Throws a UsageError. */
export const formatOf = (file: string, asked: string | undefined): Format | undefined => {
  if (asked === 'csv' || asked === 'jsonl') return asked;
  if (asked !== undefined) throw new UsageError(`expected --format csv or jsonl, got "${asked}"`);
  if (file === '-') return undefined;
  const found = extensions[extname(file).toLowerCase()];
  if (!found) throw new UsageError(`expected a file named .csv or .jsonl, or --format csv or jsonl, got "${file}"`);
  return found;
};

/** What a stream fails with, as a sentence. */
const unreadable = (file: string, error: unknown): UsageError =>
  new UsageError(
    error instanceof TypeError
      ? `expected UTF-8 text in ${file}, got other bytes`
      : `expected rows in ${file}, but it cannot be read: ${(error as Error).message}`,
  );

/**
 * The lines of a stream of UTF-8 text in order, empty ones left out, a byte order mark dropped (a carriage return
 * before the end is left: whatever reads a line drops blanks). Holds one line at a time. Throws a UsageError where the stream fails, is no UTF-8, or has too long a line.
 */
export async function* linesOf(stream: Readable, file: string): AsyncGenerator<Line> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let number = 0;
  let rest = '';
  try {
    for await (const chunk of stream) {
      rest += decoder.decode(chunk as Buffer, { stream: true });
      for (let end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n')) {
        number++;
        const text = rest.slice(0, end);
        rest = rest.slice(end + 1);
        if (text.trim() !== '') yield { number, text };
      }
      if (rest.length > longest)
        throw new UsageError(`expected rows in ${file}, got a line of over ${longest} characters`);
    }
    rest += decoder.decode();
  } catch (error) {
    throw error instanceof UsageError ? error : unreadable(file, error);
  }
  number++;
  if (rest.trim() !== '') yield { number, text: rest };
}
