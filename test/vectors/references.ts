import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fromBinary64, parseRational, type Rational, rational } from '../../src/number/rational.ts';
import { numberText, wordOf } from '../arb/reference.ts';
import { root } from '../child.ts';
import { type Interval, widened } from './digits.ts';
import { digitsOf, type Vector, type VectorFile } from './vector-file.ts';

/** A vector with what it belongs to. */
export interface Asked {
  readonly file: Pick<VectorFile, 'name' | 'quantity' | 'constants'>;
  readonly vector: Vector;
}

/** What a reference says of a case: what it encloses the value in, or why it does not. */
export type Reply = { readonly ends: Interval } | { readonly error: string };

/** The python3 that has Debian's mpmath, if there is one. */
export const python = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3';
const script = join(root, 'test/vectors/mpmath_reference.py');
const needs = 'Debian: apt-get install python3-mpmath';
/** From so many digits on mpmath is asked for more than the vector holds: what it computes with costs little more. */
const many = 20;
const beyond = 2;

/** The lines that a program writes when it is given some. Throws an Error with what it complained of where it fails. */
const linesOf = (program: string, args: readonly string[], lines: readonly string[]): Promise<readonly string[]> =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'] });
    let [written, complaint] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      written += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaint += text;
    });
    child.on('error', (error) => reject(new Error(`expected ${program} to run (${needs}), got: ${error.message}`)));
    child.on('close', (code) => {
      if (code === 0) resolve(written.split('\n').filter((line) => line !== ''));
      else reject(new Error(`expected ${program} to answer (${needs}), got ${code}: ${complaint.trim().slice(-400)}`));
    });
    // A program that ended early says so by its code.
    child.stdin.on('error', () => {});
    child.stdin.end(lines.map((line) => `${line}\n`).join(''));
  });

/** Answers to all, by so many programs at once; each gets every so many-th, since what is costly stands together. */
const shared = async <T>(
  asked: readonly T[],
  programs: number,
  ask: (part: readonly T[]) => Promise<readonly Reply[]>,
): Promise<readonly Reply[]> => {
  const parts = Array.from({ length: programs }, (_, k) => asked.filter((_, index) => index % programs === k));
  const answers = await Promise.all(parts.map((part) => (part.length > 0 ? ask(part) : [])));
  return asked.map((_, index) => answers[index % programs]?.[Math.floor(index / programs)] as Reply);
};

const checkCount = (who: string, got: number, expected: number): void => {
  if (got !== expected) throw new Error(`expected ${expected} answers of ${who}, got ${got}`);
};

const symbolOf: Readonly<Record<string, string>> = { mu0: 'mu0', h: 'planck' };
/** A request to the program of reference.c, for some digits more than the vector holds. */
const arbRequest = ({ file, vector }: Asked): string => {
  const constants = Object.entries(file.constants)
    .filter(([name]) => Object.hasOwn(symbolOf, name))
    .map(([name, text]) => `${symbolOf[name]}=${numberText(parseRational(text))}`);
  const inputs = Object.entries(vector.in).map(([name, text]) => `${name}=${numberText(fromBinary64(Number(text)))}`);
  return ['value', wordOf(file.quantity), digitsOf(vector) + beyond, ...constants, ...inputs].join(' ');
};

const scaled = (hexadecimal: string, exponent: number): Rational => {
  const integer = hexadecimal.startsWith('-') ? -BigInt(`0x${hexadecimal.slice(1)}`) : BigInt(`0x${hexadecimal}`);
  return exponent >= 0 ? rational(integer << BigInt(exponent)) : rational(integer, 1n << BigInt(-exponent));
};

/** What Arb encloses the values in. */
export const askArb = (program: string, asked: readonly Asked[], programs = 1): Promise<readonly Reply[]> =>
  shared(asked, programs, async (part) => {
    const lines = await linesOf(program, [], part.map(arbRequest));
    checkCount('Arb', lines.length, part.length);
    return lines.map((line): Reply => {
      if (line === 'none') return { error: 'no finite enclosure' };
      const [lo = '', hi = '', exponent = ''] = line.split(' ');
      return { ends: [scaled(lo, Number(exponent)), scaled(hi, Number(exponent))] };
    });
  });

interface Document {
  readonly quantity: string;
  readonly constants: Readonly<Record<string, string>>;
  readonly cases: readonly (Vector & { readonly digits: number })[];
}

/** Values by mpmath, with the distance that its two computations leave open. */
export const askMpmath = (asked: readonly Asked[], programs = 1): Promise<readonly Reply[]> =>
  shared(asked, programs, async (part) => {
    const documents = part.map(({ file: { quantity, constants }, vector }): Document => {
      const held = digitsOf(vector);
      return { quantity, constants, cases: [{ ...vector, digits: held < many ? held : held + beyond }] };
    });
    const lines = await linesOf(
      python,
      ['-B', script],
      documents.map((document) => JSON.stringify(document)),
    );
    checkCount('mpmath', lines.length, part.length);
    return lines.map((line, index): Reply => {
      const answer = JSON.parse(line) as { id: string; value?: string; digits?: number; error?: string };
      if (answer.id !== part[index]?.vector.id) throw new Error(`expected an answer to another case than ${answer.id}`);
      if (answer.value === undefined || answer.digits === undefined) return { error: answer.error ?? 'no value' };
      const value = parseRational(answer.value);
      const size = value.numerator < 0n ? -value.numerator : value.numerator;
      const open = rational(size, value.denominator * 10n ** BigInt(Math.max(0, answer.digits)));
      return { ends: widened([value, value], open) };
    });
  });

/** Versions of mpmath and Python, and the quantities that the script knows. */
export const aboutMpmath = async (): Promise<{
  readonly versions: Record<string, string>;
  readonly quantities: string[];
}> => {
  const [line = '{}'] = await linesOf(python, ['-B', script, '--about'], []);
  const { quantities, ...versions } = JSON.parse(line) as { mpmath: string; Python: string; quantities: string[] };
  return { versions, quantities };
};
