import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A formula as nerdamer reads it, and exact values of its symbols. */
export interface Asked {
  readonly formula: string;
  readonly at: Readonly<Record<string, string>>;
}

export interface Answers {
  /** Name and version of who answered. */
  readonly asked: string;
  readonly answers: readonly ({ readonly answer: string } | { readonly fault: string })[];
}

const limit = 60_000;

/**
 * What nerdamer gives for each formula at its point, as decimal text. It has global state and can take minutes, so it
 * is asked in a process of its own, which is ended after 60 s: then an Error is thrown.
 */
export const askNerdamer = (questions: readonly Asked[]): Answers => {
  const child = fileURLToPath(new URL('./nerdamer-child.ts', import.meta.url));
  const { NODE_V8_COVERAGE: _, ...env } = process.env;
  const { status, stdout, stderr, error } = spawnSync(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), child],
    { input: JSON.stringify(questions), encoding: 'utf8', env, timeout: limit, maxBuffer: 2 ** 26 },
  );
  if (error) throw error;
  if (status !== 0) throw new Error(`expected nerdamer to answer, got exit code ${status}: ${stderr}`);
  return JSON.parse(stdout) as Answers;
};
