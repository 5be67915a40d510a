import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { book } from '../../src/cli/verify/book.ts';
import type { Expr } from '../../src/formula/expression.ts';
import { corrections } from '../../src/ledger/corrections.ts';
import { proofsOf } from '../../src/ledger/proofs.ts';
import { nerdamerText } from '../../src/meaning/nerdamer.ts';

/** An identity that the kernel has accepted, as the difference that nerdamer is asked to simplify. */
export interface AskedStep {
  readonly id: string;
  readonly about: string;
  readonly step: number;
  readonly formula: string;
}

/** What it makes of the difference: 0 agrees; anything else is shown, and decides nothing. */
export interface AnsweredStep extends AskedStep {
  readonly answer: string;
}

export const seconds = 10;
export const noAnswer = `no answer within ${seconds} s`;

/**
 * Every identity step of the proofs of the claims given, whose two sides nerdamer can read, once; the reasons why the
 * others are not asked, with counts.
 */
export const identitySteps = (
  ids: readonly string[] = [...book.proofs.keys()],
): {
  readonly steps: readonly AskedStep[];
  readonly notAsked: Readonly<Record<string, number>>;
} => {
  const shared = corrections(book);
  const steps = new Map<string, AskedStep>();
  const notAsked: Record<string, number> = {};
  for (const id of ids)
    for (const { about, steps: left, other } of proofsOf(book, shared, id))
      [...left, ...other].forEach(({ by, from, to }, index) => {
        if (by !== 'identity') return;
        const text = (formula: Expr): string => nerdamerText(formula as Expr<string, 'scalar'>);
        try {
          const formula = `(${text(from)})-(${text(to)})`;
          if (!steps.has(formula)) steps.set(formula, { id, about, step: index + 1, formula });
        } catch (error) {
          if (!(error instanceof TypeError)) throw error;
          notAsked[error.message] = (notAsked[error.message] ?? 0) + 1;
        }
      });
  return { steps: [...steps.values()], notAsked };
};

/** What nerdamer simplifies a difference to, in a process of its own: it can take minutes. */
export const simplified = (formula: string): string => {
  const child = fileURLToPath(new URL('./simplify-child.cjs', import.meta.url));
  const { NODE_V8_COVERAGE: _, ...env } = process.env;
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [child], {
    input: formula,
    encoding: 'utf8',
    env,
    timeout: seconds * 1000,
    maxBuffer: 2 ** 26,
  });
  if (error && 'code' in error && error.code === 'ETIMEDOUT') return noAnswer;
  if (error) throw error;
  if (status !== 0) throw new Error(`expected nerdamer to answer, got exit code ${status}: ${stderr}`);
  return stdout;
};
