import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Rational } from '../../src/number/rational.ts';
import { root } from '../child.ts';

const sources = [
  'reference',
  'enclose',
  'functions',
  'rates',
  'pair-rates',
  'integrals',
  'couplings',
  'pairs',
  'lines',
  'printed',
].map((name) => join(root, 'test/arb', `${name}.c`));

/** The reference program, compiled: it judges enclosures by Arb's balls. */
export interface Reference {
  readonly program: string;
  /** Versions by name: Arb, FLINT, MPFR. */
  readonly versions: Readonly<Record<string, string>>;
  /** What quantities it knows, by their names here; `/2` behind a name is another route to the same. */
  readonly quantities: readonly string[];
}

/** The name of a quantity as the program has it: one word. */
export const wordOf = (name: string): string => name.replaceAll(' ', '_');

/** Compiles the program into a folder. Throws an Error that says what to install where that is not possible. */
export const buildReference = (folder: string, compiler = 'cc'): Reference => {
  const program = join(folder, 'reference');
  const libraries = ['-lflint-arb', '-lflint', '-lmpfr', '-lgmp', '-lm'];
  const args = ['-O2', '-Wall', '-Wextra', '-Werror', '-I/usr/include/flint', '-o', program, ...sources, ...libraries];
  const { status, stderr, error } = spawnSync(compiler, args, { encoding: 'utf8' });
  if (status !== 0)
    throw new Error(
      'expected a C compiler with Arb, FLINT and MPFR (Debian: apt-get install gcc libc6-dev libflint-arb-dev ' +
        `libmpfr-dev), got: ${(error?.message ?? stderr).split('\n').slice(0, 3).join('; ')}`,
    );
  const about = spawnSync(program, ['--about'], { encoding: 'utf8' }).stdout.trim().split('\n');
  const versions = Object.fromEntries(about.slice(0, 3).map((line) => line.split(' ') as [string, string]));
  return { program, versions, quantities: about.slice(3) };
};

/** What the program says of one enclosure; `excess`: its width over that of the narrowest with the asked digits. */
export type Verdict =
  | { readonly is: 'in'; readonly excess: number }
  | { readonly is: 'low' | 'high' | 'open'; readonly excess?: never };

/** Its verdicts on requests, one each (reference.c says how they are written). Throws an Error where it fails. */
export const judge = (program: string, requests: readonly string[]): readonly Verdict[] => {
  const input = `${requests.join('\n')}\n`;
  const { status, stdout, stderr, error } = spawnSync(program, [], { input, encoding: 'utf8', maxBuffer: 2 ** 28 });
  const lines = (stdout ?? '').trim().split('\n');
  if (status !== 0 || lines.length !== requests.length)
    throw new Error(`expected ${requests.length} verdicts, got ${lines.length}: ${error?.message ?? stderr}`);
  return lines.map((line): Verdict => {
    const [is, excess] = line.split(' ');
    if (is === 'in') return { is, excess: Number(excess) };
    if (is === 'low' || is === 'high' || is === 'open') return { is };
    throw new Error(`expected a verdict, got "${line}"`);
  });
};

/** A rational number as the program reads it: hexadecimal, times a power of 2 or over a denominator. */
export const numberText = ({ numerator, denominator }: Rational): string => {
  const over = numerator.toString(16);
  if (denominator === 1n) return over;
  const under = denominator.toString(16);
  if ((denominator & (denominator - 1n)) !== 0n) return `${over}/${under}`;
  return `${over}p-${4 * (under.length - 1) + Math.clz32(1) - Math.clz32(Number.parseInt(under.slice(0, 1), 16))}`;
};

/** An argument: a number, or an interval of them. */
export const argumentText = ([lo, hi]: readonly [Rational, Rational]): string =>
  lo === hi ? numberText(lo) : `${numberText(lo)},${numberText(hi)}`;
