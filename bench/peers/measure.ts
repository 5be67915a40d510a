import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The benchmark runs as it is compiled, from the top of the project, where the programs of others are. */
const here = (name: string): string => join(process.cwd(), 'bench', 'peers', name);

/** What one program took for one evaluation, in microseconds, or why there is no figure. */
export type Time = { readonly us: number; readonly value: string } | { readonly missing: string };

export const median = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[times.length >> 1] ?? Number.NaN;

/** How often each is timed: the median of so many counts. */
export const repeats = 7;

const notInstalled: Time = { missing: 'not installed' };

/** Runs a program that prints its value and a time for each repeat. */
const timed = (program: string, args: readonly string[], input = ''): Time => {
  const { status, stdout, error } = spawnSync(program, args, { input, encoding: 'utf8', timeout: 120_000 });
  const lines = (stdout ?? '').split('\n').map((line) => line.trim().split(' '));
  const times = lines.filter(([name]) => name === 'us').map(([, us]) => Number(us));
  const value = lines.find(([name]) => name === 'value')?.[1];
  if (error?.message.includes('ETIMEDOUT')) return { missing: 'longer than two minutes' };
  if (status !== 0 || value === undefined || times.length !== repeats) return notInstalled;
  return { us: median(times), value };
};

/** What each of the programs is asked: the closed form of W^Z, or its integral. */
export type Question = 'W_Z' | 'integral';

/** Compiles the program for Arb; undefined where that is not possible. */
export const buildArb = (folder: string): string | undefined => {
  const program = join(folder, 'arb');
  const args = ['-O2', '-I/usr/include/flint', '-o', program, here('arb.c'), '-lflint-arb', '-lflint', '-lm'];
  return spawnSync('cc', args).status === 0 ? program : undefined;
};

export const timeOfArb = (program: string | undefined, what: Question, digits: number): Time =>
  program === undefined ? notInstalled : timed(program, [what, `${digits}`, `${repeats}`]);

/** Debian's Python, which has the libraries of Debian's packages; elsewhere the first one found. */
const python = (script: string, args: readonly (string | number)[], input = ''): Time => {
  const words = [here(script), ...args.map(String)];
  const found = timed('/usr/bin/python3', words, input);
  return 'missing' in found ? timed('python3', words, input) : found;
};
export const timeOfMpmath = (what: Question, digits: number): Time =>
  python('mpmath_times.py', [what, digits, repeats]);
/** Stationary states of one situation, in both editions. */
export const timeOfScipy = (situation: unknown): Time =>
  python('stationary_times.py', [repeats], JSON.stringify(situation));
export const timeOfPari = (what: Question, digits: number): Time =>
  timed(
    'gp',
    ['-f', '-q', '-s', '100M', '--default', 'colors=no'],
    `what = "${what}"; places = ${digits}; repeats = ${repeats};\n${readFileSync(here('times.gp'), 'utf8')}`,
  );

/** Our own time, in this process, after it has run warm: each repeat takes at least a tenth of a second. */
export const timeOf = (work: () => unknown): number => {
  const passed = (start: number): number => performance.now() - start;
  let loops = 0;
  for (const start = performance.now(); passed(start) < 300; loops++) work();
  const each = Math.max(1, Math.ceil(loops / 3));
  const times = Array.from({ length: repeats }, () => {
    const start = performance.now();
    for (let k = 0; k < each; k++) work();
    return (1000 * passed(start)) / each;
  });
  return median(times);
};
