import { createReadStream } from 'node:fs';
import { extname } from 'node:path';
import type { Readable } from 'node:stream';
import { UsageError } from '../usage.ts';

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

/** A line that is no text: it spoils no other. */
export interface Unreadable {
  readonly number: number;
  readonly fault: string;
}

const [lineFeed, carriageReturn] = [0x0a, 0x0d];

/** Where the first line of some bytes ends and the next one starts; undefined where that is not known yet. */
const lineEnd = (bytes: Buffer, start: number): readonly [number, number] | undefined => {
  for (let at = start; at < bytes.length; at++) {
    if (bytes[at] === lineFeed) return [at, at + 1];
    if (bytes[at] !== carriageReturn) continue;
    // The line feed that may belong to it may come with the next piece.
    if (at + 1 === bytes.length) return undefined;
    return [at, bytes[at + 1] === lineFeed ? at + 2 : at + 1];
  }
  return undefined;
};

const lineOf = (number: number, bytes: Buffer): Line | Unreadable => {
  try {
    return { number, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { number, fault: 'expected UTF-8 text, got other bytes' };
  }
};

const holdsText = (line: Line | Unreadable): boolean => 'fault' in line || line.text.trim() !== '';

/**
 * The lines of a stream of UTF-8 text in order, numbered from 1, empty ones left out, a byte order mark dropped. A line
 * ends at LF, CR LF or CR. Holds one line at a time. A line of other bytes is given with its fault. Throws a UsageError
 * where the stream fails or has too long a line.
 */
export async function* linesOf(stream: Readable, file: string): AsyncGenerator<Line | Unreadable> {
  let number = 0;
  let rest: Buffer = Buffer.alloc(0);
  try {
    for await (const chunk of stream) {
      rest = rest.length === 0 ? (chunk as Buffer) : Buffer.concat([rest, chunk as Buffer]);
      let start = 0;
      for (let end = lineEnd(rest, start); end; end = lineEnd(rest, start)) {
        const line = lineOf(++number, rest.subarray(start, end[0]));
        start = end[1];
        if (holdsText(line)) yield line;
      }
      rest = rest.subarray(start);
      if (rest.length > longest)
        throw new UsageError(`expected rows in ${file}, got a line of over ${longest} characters`);
    }
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`expected rows in ${file}, but it cannot be read: ${(error as Error).message}`);
  }
  const last = lineOf(number + 1, rest);
  if (holdsText(last)) yield last;
}
