import { quoted } from './failed.ts';

/** More than this many bytes without the end of a line are no answer. */
export const longestLine = 1_000_000;

const newline = 0x0a;

/** Undefined for what is not UTF-8. A byte order mark is no part of a line. */
const decode = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** Hands on the lines up to the first that is not UTF-8, and says of that one what is wrong. */
const upToFault = (bytes: Uint8Array, onLine: (line: string) => void): string => {
  for (let from = 0; ; ) {
    const to = bytes.indexOf(newline, from);
    const line = bytes.subarray(from, to);
    const text = decode(line);
    if (text === undefined)
      return `expected UTF-8, got the line ${quoted(Buffer.from(line).toString('latin1'))} (read as Latin-1)`;
    onLine(text);
    from = to + 1;
  }
};

/** Lines out of the bytes of a stream, in bounded memory. */
export interface Lines {
  /** Hands on the lines that these bytes end. Returns what is wrong with them, if anything: nothing is read after it. */
  readonly add: (bytes: Uint8Array) => string | undefined;
  /** What stands after the last newline. */
  readonly unfinished: () => string;
}

/** LF or CR LF end a line; empty lines are left out. */
export const linesOf = (onLine: (line: string) => void): Lines => {
  let parts: Uint8Array[] = [];
  let size = 0;
  const handOn = (line: string): void => {
    const plain = line.endsWith('\r') ? line.slice(0, -1) : line;
    if (plain.trim() !== '') onLine(plain);
  };
  const tooLong = () =>
    `expected a line of at most ${longestLine} bytes, got ${size} without a newline: it begins with ${quoted(
      Buffer.concat(parts).subarray(0, 80).toString('latin1'),
      40,
    )}`;
  return {
    add: (bytes) => {
      const end = bytes.lastIndexOf(newline);
      const first = bytes.indexOf(newline);
      size += first === -1 ? bytes.length : first;
      parts.push(end === -1 ? bytes : bytes.subarray(0, end + 1));
      if (size > longestLine) return tooLong();
      if (end === -1) return undefined;
      const whole = parts.length === 1 ? (parts[0] as Uint8Array) : Buffer.concat(parts);
      const rest = bytes.subarray(end + 1);
      parts = rest.length === 0 ? [] : [rest];
      size = rest.length;
      const text = decode(whole);
      if (text === undefined) return upToFault(whole, handOn);
      text.split('\n').forEach(handOn);
      return undefined;
    },
    unfinished: () => Buffer.concat(parts).toString('utf8'),
  };
};
